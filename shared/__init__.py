"""The contract between the worker and the control API: what both may import, and nothing else."""
