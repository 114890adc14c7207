"""Trials put together: effect sizes, pooled values, how far the trials differ. Plain numbers; knows no table."""
