"""At which level two sides met, and through which channel: see `record.levels`, which keeps it of every pair."""

from memcon.record.levels import CHANNELS, LEVELS, Channel, Level, channel, level, level_between, office

__all__ = ["CHANNELS", "LEVELS", "Channel", "Level", "channel", "level", "level_between", "office"]
