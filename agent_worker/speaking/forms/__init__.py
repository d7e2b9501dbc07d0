"""What is written in signs and digits, as it is said."""
