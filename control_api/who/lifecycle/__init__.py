"""How an account and what signs it in begin and end."""
