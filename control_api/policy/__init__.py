"""Who may have what done without being asked again."""
