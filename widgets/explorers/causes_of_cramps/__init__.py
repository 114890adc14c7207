"""The page of causes."""
