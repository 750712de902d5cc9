"""Quotations with who said them."""
