"""From a plan to one transaction: judged, run, logged, undone and done again."""
