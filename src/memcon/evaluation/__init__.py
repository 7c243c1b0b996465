"""Scores readings against reference answers, and keeps the figures from falling."""
