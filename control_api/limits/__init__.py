"""What keeps one caller from hurting the others: rates, deadlines, numbers of connections."""
