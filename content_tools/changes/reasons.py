"""Why a change was made, as far as the commit or the pull request says so in words for readers."""

from __future__ import annotations

import re

from content_tools.changes.text import one_line, shortened
from content_tools.model.unwanted import HIDDEN
from content_tools.reading.commits import Commit
from content_tools.rules.privacy import personal_data

LONGEST = 300
"""Letters of a reason that are shown."""

_TRAILER = re.compile(r"^Alasan[ ]?:[ \t]*(\S[^\n]*(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE | re.IGNORECASE)
_ANY_TRAILER = re.compile(r"[A-Z][A-Za-z]*(-[A-Za-z]+)+:|See merge request |https?://")
"""Lines that are no title: `Co-authored-by: …`, what the host adds."""
_QUOTED_MERGE = re.compile(r"Merge pull request '(.+)' \([#!]\d+\) from ")
_MERGE = re.compile(r"Merge (pull request|branch|branches|remote-tracking branch|tag|commit) ")
_NUMBER = re.compile(r"\s*\([#!]\d+\)$")
_REVERT = re.compile(r"Revert \"(.+)\"")
_PERSON = re.compile(r"@\w")


def reason_of(commit: Commit) -> str | None:
    """The trailer `Alasan: …`, else the title of the pull request, else the subject.

    Of a commit that also changes code only the trailer is told: its subject speaks to engineers. None when
    nothing is said, or when the words hold personal data or the handle of a person.
    """
    trailer = _TRAILER.search(f"{commit.subject}\n{commit.body}")
    words = trailer[1] if trailer else "" if commit.elsewhere else _title(commit)
    words = shortened(one_line(HIDDEN.sub("", words)), LONGEST)
    if not words or _PERSON.search(words) or any(personal_data(words)):
        return None
    return words


def _title(commit: Commit) -> str:
    """What the one who made the change called it."""
    quoted = _QUOTED_MERGE.match(commit.subject)
    if quoted:
        return quoted[1]
    title = commit.subject
    if _MERGE.match(title):
        title = commit.body.partition("\n")[0]
        if _ANY_TRAILER.match(title):
            return ""
    title = _NUMBER.sub("", title)
    revert = _REVERT.fullmatch(title)
    return f"Perubahan dibatalkan: {_NUMBER.sub('', revert[1])}" if revert else title
