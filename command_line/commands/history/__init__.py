"""Commands about what was done: look at it, take it back, bring it back."""
