"""Room: what follows from a `Plan` on a date. Pure functions; no clock, no environment, no HTML."""
