"""From a sentence to a plan, against what the person has."""
