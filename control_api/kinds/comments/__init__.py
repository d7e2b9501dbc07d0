"""Comments: what was said about a task, listed and made under it."""
