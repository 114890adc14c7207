"""The ground that every part of a page stands on, in Python and in the browser."""
