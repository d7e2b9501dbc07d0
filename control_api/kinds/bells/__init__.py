"""What rings: timers and alarms."""
