"""Personal access tokens: what a person gives to a program that acts for them."""
