"""Pushes to the services that people name by Apprise addresses."""
