"""Invitations: how further people get an account."""
