"""Places that exist already, from files of others, put on a workshop's map with a person's yes."""
