"""Voice rooms: who may join which, and that none of them is without its agent."""
