"""Backups that the running server makes: when somebody asks, and by the clock."""
