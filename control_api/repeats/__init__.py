"""Tasks that come again: their rules, the dates these give, and what became of each time."""
