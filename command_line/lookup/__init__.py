"""Which task or other thing is meant by what was typed."""
