"""The two dates a build needs, read once at the edge: the day it is made for, and the day of the data."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from content_tools.reading import git


def _git_day(root: Path, *paths: str) -> date | None:
    """Day (UTC) of the newest commit, of these paths only when given; None outside git."""
    output = git.answer(root, "log", "-1", "--format=%ct", "--", *paths)
    return datetime.fromtimestamp(int(output), UTC).date() if output else None


def build_day(root: Path, environment: Mapping[str, str] = os.environ, serving: bool = False) -> date:
    """`SOURCE_DATE_EPOCH`, else the clock when serving, else the newest commit's day, else the clock.

    Raises ValueError when `SOURCE_DATE_EPOCH` is not a number of seconds.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch:
        if not epoch.isdigit():
            raise ValueError(f"SOURCE_DATE_EPOCH harus bilangan detik, bukan “{epoch}”")
        return datetime.fromtimestamp(int(epoch), UTC).date()
    committed = None if serving else _git_day(root)
    return committed or datetime.now(UTC).date()


def data_day(root: Path, folder: str = "data") -> date | None:
    """Day of the newest commit that touches the data; None when git does not say."""
    return _git_day(root, folder)
