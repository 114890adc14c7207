"""Simulate a muscle fibre, and the explorers that show it."""
