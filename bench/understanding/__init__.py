"""How well plain commands are understood: `make eval`."""
