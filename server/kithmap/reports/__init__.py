"""A workshop or a release as one page that needs nothing else."""
