"""From what came of a plan to what is said about it."""
