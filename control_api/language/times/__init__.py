"""Times inside what people say."""
