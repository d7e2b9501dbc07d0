"""What was deleted: looking at it, bringing it back, and deleting it for good."""
