"""Every kind of problem that reading files finds: whole files, YAML, values, keys, the tops of pages."""

from content_tools.reading.kinds import files, heads, numbers, shape, signs, values, writing

KINDS = (
    *files.KINDS, *writing.KINDS, *signs.KINDS, *numbers.KINDS, *values.KINDS, *shape.KINDS, *heads.KINDS,
)  # fmt: skip
