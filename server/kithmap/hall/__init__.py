"""The hall's screen: how those who lead the room arrange what it shows."""
