"""Memory and hands: accounts, rooms, the task store, the command engine and the event log."""
