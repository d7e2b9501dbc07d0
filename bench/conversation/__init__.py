"""All of Saydo running, and a person who talks with it: measures and tests both use them."""
