"""Files of others are read in a process of its own, which has little memory and little time."""
