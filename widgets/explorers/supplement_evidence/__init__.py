"""The page of trials: what happened when people with cramps took magnesium, or a dummy tablet."""
