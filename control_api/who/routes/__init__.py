"""Accounts, and all that signs people in, over HTTP."""
