"""From words to a plan, and from what came of it to words. No database, no HTTP."""
