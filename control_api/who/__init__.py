"""Who a caller is, and what that lets them do."""
