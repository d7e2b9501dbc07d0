"""What is signed and not stored: tokens made at the machine, voice sessions, and codes."""
