"""Workspaces that several people share, and what each of them may do there."""
