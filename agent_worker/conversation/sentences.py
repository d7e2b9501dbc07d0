"""What the assistant says of itself."""

WAS_AWAY = "I was away for a moment. Please say that again."
"""What was said meanwhile is lost."""
