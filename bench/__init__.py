"""Saydo's speed, size and hearing on this machine: `make bench` measures and prints them."""
