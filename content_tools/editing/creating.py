"""A new record, asked for piece by piece: only what it must have, each answer checked as it is given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from content_tools.editing.canonical import in_order, plain
from content_tools.model.base import Part, Record, Ref
from content_tools.model.choices import Choice, DataStatus
from content_tools.model.plan import Plan
from content_tools.reading.layout import FOLDERS, LISTS
from content_tools.reading.words import did_you_mean

MODELS: dict[str, type[Record]] = {**FOLDERS, **LISTS}
"""What can be made anew, by the name of its collection."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: the key, what to say about it, what may be answered, whether several answers may be given."""

    key: str
    label: str
    help: str
    allowed: tuple[str, ...]
    many: bool
    default: str = ""


Answer = Callable[[Question, str], str]
"""Asks a person: the question and what was wrong with the last answer (empty at first); the answer as typed."""


def slug(name: str) -> str:
    """An id made of a name: `Bank Sampah (Induk)` becomes `bank-sampah-induk`."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def ids_of(plan: Plan, collection: str) -> tuple[str, ...]:
    """Every id a reference to this collection may name."""
    if collection == "dimensi":
        return tuple(plan.dimensions)
    if collection == "topik":
        return tuple(plan.topics)
    return tuple(plan.collection(collection))


def _inside(annotation: Any) -> Iterator[Any]:
    """Every class and mark inside a field's type."""
    yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def _part(annotation: Any) -> type[Part] | None:
    return next((one for one in _inside(annotation) if isinstance(one, type) and issubclass(one, Part)), None)


def _allowed(plan: Plan, annotation: Any) -> tuple[str, ...]:
    for one in _inside(annotation):
        if isinstance(one, Ref):
            return ids_of(plan, one.collection)
        if isinstance(one, type) and issubclass(one, Choice):
            return tuple(member.value for member in one)
    return ()


def _is_list(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _is_list(get_args(annotation)[0])
    return get_origin(annotation) is tuple


def _wanted(model: type[Part]) -> Iterator[tuple[str, FieldInfo, Any]]:
    """The fields a record of this kind cannot do without; a source is asked of every record that can have one."""
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        if field.is_required() or (name == "sources" and issubclass(model, Record)):
            yield field.alias or name, field, hints[name]


def _default(plan: Plan, key: str, given: dict[str, Any]) -> str:
    if key == "status_data":
        example = plan.city.data_status is DataStatus.EXAMPLE
        return (DataStatus.EXAMPLE if example else DataStatus.PUBLIC).value
    if key == "id":
        return slug(str(given.get("nama") or given.get("judul") or ""))
    return ""


def ask(plan: Plan, collection: str, answer: Answer) -> dict[str, Any]:
    """A new record of a collection in its plain form. Raises KeyError for a collection nobody knows."""
    model = MODELS[collection]
    given = _ask(plan, model, answer, taken=frozenset(plan.collection(collection)))
    return in_order(model, plain(model.model_validate(given)))


def _ask(
    plan: Plan, model: type[Part], answer: Answer, taken: frozenset[str] = frozenset()
) -> dict[str, Any]:
    given: dict[str, Any] = {}
    wanted = sorted(_wanted(model), key=lambda one: one[0] not in ("nama", "judul"))
    for key, field, hint in wanted:
        part = _part(hint)
        if part is not None:
            inside = _ask(plan, part, answer)
            given[key] = [inside] if _is_list(hint) else inside
            continue
        question = Question(
            key, field.title or key, field.description or "", _allowed(plan, hint), _is_list(hint),
            _default(plan, key, given),
        )  # fmt: skip
        if key == "id" and question.default in taken:
            question = replace(question, default="")
        value = _answered(question, field, hint, answer, taken if key == "id" else frozenset())
        if value:
            given[key] = value
    return given


def _answered(
    question: Question, field: FieldInfo, hint: Any, answer: Answer, taken: frozenset[str]
) -> str | list[str]:
    """The answer, once it is right; asked again with what was wrong until it is."""
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[(hint, *field.metadata)] if field.metadata else hint)
    wrong = ""
    while True:
        text = answer(question, wrong).strip() or question.default
        value = [one.strip() for one in text.split(",") if one.strip()] if question.many else text
        if not value and not field.is_required():
            return value
        unknown = [
            one for one in (value if isinstance(value, list) else [value]) if one not in question.allowed
        ]
        if not value:
            wrong = "wajib diisi"
        elif question.allowed and unknown:
            wrong = (
                f"“{unknown[0]}” bukan pilihan yang ada. {did_you_mean(unknown[0], list(question.allowed))}"
            )
        elif text in taken:
            wrong = f"id “{text}” sudah dipakai"
        else:
            try:
                adapter.validate_python(tuple(value) if question.many else value)
            except ValidationError as error:
                wrong = _told(error)
            else:
                return value


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    if first["type"] == "nilai":
        context = first["ctx"]
        return f"{context['pesan']}. {context['saran']}"
    if first["type"] == "string_pattern_mismatch":
        return "hanya huruf kecil, angka, dan tanda hubung, mis. bank-sampah"
    if first["type"] == "too_long":
        return f"paling banyak {first['ctx']['max_length']}, dipisah koma"
    return "jawaban ini tidak cocok"
