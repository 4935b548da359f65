"""Facilitator guides: texts to read, and run sheets that the room follows step by step."""
