"""Questions: about one task, about lists, about time, and small talk."""
