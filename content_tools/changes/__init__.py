"""Room: what changed between two plans, told in words."""
