"""Numbers, money and dates as Indonesians write them; the counterpart of `values`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from content_tools.model.when import MONTHS


def number(value: Decimal | int, decimals: int | None = None) -> str:
    """`1.500.000`, `45,5`; `decimals` fixes the digits after the comma."""
    amount = Decimal(value)
    text = f"{amount:,f}" if decimals is None else f"{amount:,.{decimals}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.replace(",", " ").replace(".", ",").replace(" ", ".")
    return text.replace("-", "−")


def rupiah(amount: int) -> str:
    """`Rp2.600.000.000`."""
    return f"Rp{number(amount)}"


def day(when: date) -> str:
    """`24 November 2026`."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def listed(items: list[str] | tuple[str, ...], last: str = "dan") -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(items) < 2:
        return "".join(items)
    if len(items) == 2:
        return f"{items[0]} {last} {items[1]}"
    return f"{', '.join(items[:-1])}, {last} {items[-1]}"


def sentence_case(text: str) -> str:
    """The text with a capital at its beginning; the rest stays as written."""
    return text[:1].upper() + text[1:]
