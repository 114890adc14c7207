"""The page on low magnesium and cramps."""
