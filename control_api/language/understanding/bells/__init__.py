"""Sentences about timers and alarms."""
