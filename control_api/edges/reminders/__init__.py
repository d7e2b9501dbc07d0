"""Reminders: planned from the tasks, sent out on time and once, with a receipt for each."""
