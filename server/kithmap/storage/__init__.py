"""Where things are kept: the database, the operation log, its snapshots, and what wakes other processes."""
