"""Commands about all of the data at once: in and out, copies of it, and whether it is sound."""
