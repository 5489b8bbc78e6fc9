"""Room: a built site, looked at as nothing but a folder. Imports no other room."""
