"""What set-up fetches, builds or compiles, one file each."""
