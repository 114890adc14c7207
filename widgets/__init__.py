"""Simulate a muscle fibre, open the pages that show it, and lead from one to the next."""

from widgets.notebook_cells import open_page, simulate, way_on

__all__ = ["open_page", "simulate", "way_on"]
