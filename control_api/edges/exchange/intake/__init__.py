"""What an import comes to, and taking it in."""
