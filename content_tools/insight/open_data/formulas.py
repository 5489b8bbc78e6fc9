"""Texts that a spreadsheet would take for a formula, and the sign that keeps them texts."""

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a text with such a beginning for a formula, full-width letters included."""


def guarded(text: str) -> str:
    """The text with an apostrophe before it where it would run."""
    return f"'{text}" if text.startswith(RISKY) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that `guarded` gave it."""
    return text[1:] if text.startswith("'") and text[1:].startswith(RISKY) else text
