"""People, and the offices that they hold."""
