"""Measurements of speed, memory and growth, and the corpora they run on."""
