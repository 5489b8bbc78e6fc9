"""Room: a built site as nothing but a folder, and servers far away: its own, and those it leads to. Imports no other room."""
