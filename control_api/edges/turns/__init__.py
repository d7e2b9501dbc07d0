"""The turns of conversations: what happened in each, and why."""
