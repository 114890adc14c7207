"""Explorers: what a learner sees and moves. They hold the state and wire the parts; they compute and draw nothing."""
