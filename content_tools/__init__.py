"""Masterplan Terbuka: a city's plan, kept as records, published as a site.

The rooms, from left to right; a room imports only rooms to its left:
model, reading, rules, insight, changes, visuals, pages, then search, exports and editing beside each other, then the
doors hooks.py and cli.
`release` stands apart and knows only built folders and servers.
"""
