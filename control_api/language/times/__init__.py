"""Times inside what people say, and times said aloud."""
