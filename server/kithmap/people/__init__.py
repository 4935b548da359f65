"""Accounts of those who run a programme: admins, facilitators, researchers; how they come in and what they may do."""
