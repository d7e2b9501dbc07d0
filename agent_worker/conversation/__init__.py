"""One person in one room: what is heard, done and answered."""
