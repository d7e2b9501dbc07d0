"""What remote providers have cost, by what was used of them and a list of prices."""
