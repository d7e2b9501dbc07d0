"""What this machine has: folders, programs, free ports; and patience with slow tools."""
