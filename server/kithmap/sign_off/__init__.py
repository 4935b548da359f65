"""Two people stand for a release before it is published: one who was in the room, and one who will work with it."""
