"""Outgoing webhooks: the event log, sent on to addresses that people named."""
