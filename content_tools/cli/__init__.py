"""Commands: arguments in, rooms asked, words printed, exit status out. The only part that prints and exits.

One module for each group of commands; each registers its own by `add`.
"""

from __future__ import annotations

import argparse
import sys

from content_tools.cli import check, diff, edit, form, owners, release, site, spreadsheet, upkeep

GROUPS = (check, edit, spreadsheet, form, diff, owners, upkeep, site, release)
"""In the order of `masterplan --help`."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="masterplan", description="Rencana kota sebagai data: periksa dan terbitkan."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    for group in GROUPS:
        group.add(commands)
    return parser


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit with its status."""
    chosen = _parser().parse_args(arguments)
    try:
        status = chosen.run(chosen)
    except BrokenPipeError:
        status = 0
    except (OSError, ValueError) as error:
        print(f"Tidak dapat berjalan: {error}", file=sys.stderr)
        status = 2
    sys.exit(status)
