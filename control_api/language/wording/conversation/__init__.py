"""What is said about the conversation itself: how it is held, and that it ends."""
