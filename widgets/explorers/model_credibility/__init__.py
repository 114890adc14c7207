"""The page on how far the model can be trusted."""
