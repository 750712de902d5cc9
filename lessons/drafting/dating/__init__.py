"""Dates with what happened, and the years that they leave out."""
