"""The commands themselves, grouped as the help groups them."""
