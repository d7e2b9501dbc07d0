"""What Saydo's speed, size and hearing are on this machine: `make bench` measures and prints them."""
