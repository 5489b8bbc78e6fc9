"""Room: facts become HTML and SVG strings. Everything from data is escaped here, once.

No `style` attributes and no scripts: widths are SVG geometry, looks are classes.
"""
