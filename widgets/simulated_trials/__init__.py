"""Trials that never were: people whose cramps come and go, tablets, a test; one trial, or a thousand. Pure."""
