"""How the SQLite files are opened, brought up to date and checked."""
