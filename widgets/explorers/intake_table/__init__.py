"""The page of intakes."""
