"""Chinese, Simplified and Traditional: word lists as data, patterns over tagged sentences."""

from memcon.reading.chinese.reading import read

__all__ = ["read"]
