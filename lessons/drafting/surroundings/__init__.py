"""What of a pasted page is not the article, and what the page says of itself."""
