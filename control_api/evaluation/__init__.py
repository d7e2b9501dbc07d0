"""How well words are understood: what is said, in which state, and what must come of it."""
