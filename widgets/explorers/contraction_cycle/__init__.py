"""The page of the contraction cycle."""
