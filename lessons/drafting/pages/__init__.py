"""A text as lines, headings, bullets, paragraphs and sentences."""
