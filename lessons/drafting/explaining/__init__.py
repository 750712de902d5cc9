"""Terms that are explained, and labelled points."""
