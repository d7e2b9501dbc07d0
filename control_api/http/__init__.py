"""What every route shares: problems, entity tags, cursors, hosts, patience with callers."""
