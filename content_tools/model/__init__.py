"""Room: what a masterplan is. Typed, frozen records; no files, no HTML, no MkDocs.

Every field is declared once with its Indonesian key, label and help; from that one place come the
YAML key, the column heading and the words of an error.
"""
