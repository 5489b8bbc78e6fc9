"""Masterplan Terbuka: a city's plan, kept as records, published as a site.

The rooms, from left to right; a room imports only rooms to its left:
model, reading, rules, insight, visuals, pages, then search and exports beside each other, then the doors hooks.py and cli.py.
`release` stands apart and knows only built folders.
"""
