"""The accounts, and the workspaces whose files are still to go with one."""
