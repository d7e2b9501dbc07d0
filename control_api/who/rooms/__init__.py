"""The rooms that an account has asked a token for: whose each is."""
