"""Who is calling, proved, and what they may do."""
