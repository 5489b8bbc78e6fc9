"""What serving keeps from one build to the next: compiled theme templates, and printed pages that did not change.

A printed page depends on its own HTML and on the frame around it (navigation, identity, theme); when both are the
same as at the last build, so is the page.
"""

from __future__ import annotations

from typing import ClassVar

from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """Compiled theme templates, by name and content."""

    kept: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take up a template that was compiled before."""
        code = self.kept.get(bucket.key + bucket.checksum)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled now."""
        self.kept[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


class PrintedPages:
    """The last printed output of each page, with what it was made of."""

    def __init__(self) -> None:
        self._printed: dict[str, tuple[object, str]] = {}

    def output(self, uri: str, made_of: object) -> str | None:
        """The page as it was printed from the very same things; None when it must be printed anew."""
        known = self._printed.get(uri)
        return known[1] if known is not None and known[0] == made_of else None

    def keep(self, uri: str, made_of: object, output: str) -> None:
        """Remember a page and what it was made of."""
        self._printed[uri] = (made_of, output)
