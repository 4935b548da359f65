"""A workshop as a time-lapse: how its map grew, from the log, on the hall's screen and as a file to keep."""
