"""How a person wants to be spoken with: one thing, kept in their own workspace."""
