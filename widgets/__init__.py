"""Simulate a muscle fibre, and open the pages that show it: `simulate`, `open_page`, and nothing else to remember."""

from widgets.notebook_cells import open_page, simulate

__all__ = ["open_page", "simulate"]
