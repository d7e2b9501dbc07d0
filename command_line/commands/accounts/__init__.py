"""Commands about who one is, and whom one lets in."""
