"""What was planned, and waits for a person's yes."""
