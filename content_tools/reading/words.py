"""What pydantic finds wrong with one record, told in Indonesian with a repair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from content_tools.model.choices import Choice
from content_tools.model.problem import Problem
from content_tools.reading.nodes import Keys, position


def did_you_mean(word: str, allowed: list[str]) -> str:
    """A helpful hint: the nearest allowed word, and all of them when they are few."""
    if not allowed:
        return ""
    close = get_close_matches(word.lower(), allowed, n=1, cutoff=0.6)
    hint = f"Maksud Anda “{close[0]}”? " if close else ""
    if len(allowed) <= 24:
        hint += f"Pilihan: {', '.join(allowed)}."
    return hint.strip()


def known_keys(name: str, allowed: list[str]) -> str:
    """What to write instead of a key nobody knows."""
    return did_you_mean(name, allowed) or "Hapus barisnya, atau pakai kunci yang ada di berkas lain."


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """The model that the mapping at this path is read as."""
    for step in path:
        if isinstance(step, int):
            continue
        for field in model.model_fields.values():
            if field.alias == step:
                model = next(_models_in(field.annotation), model)
    return model


def _aliases(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "isian bertingkat"
    if isinstance(value, list):
        return f"daftar {len(value)} isi"
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _choices(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The allowed values of the choice field at this path."""
    owner = _model_at(model, path[:-1])
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if isinstance(path[-1], int):
        owner = _model_at(model, path[:-2])
    for field in owner.model_fields.values():
        if field.alias == name:
            stack: list[Any] = [field.annotation]
            while stack:
                part = stack.pop()
                if isinstance(part, type) and issubclass(part, Choice):
                    return [member.value for member in part]
                stack.extend(get_args(part))
    return []


_SHAPES = {
    "string_type": ("satu-nilai", "di sini diharapkan satu nilai"),
    "tuple_type": ("perlu-daftar", "di sini diharapkan daftar"),
    "model_type": ("perlu-kunci", "di sini diharapkan beberapa kunci"),
}
"""What pydantic says of a list, a value or several keys where another of them is wanted."""

Told = tuple[str, str, str]
"""Id of the kind of problem, message, repair."""


def _tell(error: Any, model: type[BaseModel], root: Keys) -> Told:
    """One pydantic error in words."""
    type_, context, path, value = error["type"], error.get("ctx", {}), error["loc"], error["input"]
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if value is None and type_ != "missing":
        return "isi-kosong", "isinya kosong", "Isi nilainya, atau hapus tanda -."
    if type_ == "nilai":
        return context["jenis"], context["pesan"], context["saran"]
    if type_ == "missing":
        holder: Any = root
        for step in path[:-1]:
            holder = holder[step] if not isinstance(holder, str) else {}
        if isinstance(holder, Keys) and name in holder.empty:
            return "kunci-wajib", f"kunci wajib “{name}” kosong", "Isi nilainya."
        return "kunci-wajib", f"kunci wajib “{name}” tidak ada", f"Tambahkan baris: {name}: …"
    if type_ == "extra_forbidden":
        return (
            "kunci-asing",
            f"kunci “{name}” tidak dikenal",
            known_keys(name, _aliases(_model_at(model, path[:-1]))),
        )
    if type_ in _SHAPES:
        kind, message = _SHAPES[type_]
        return kind, message, _reshape(kind, value, _aliases(_model_at(model, path)))
    if type_ == "string_pattern_mismatch":
        hint = "Id hanya huruf kecil, angka, dan tanda hubung, mis. bank-sampah."
        return "bukan-id", f"“{_shown(value)}” bukan id", hint
    if type_ in ("too_long", "string_too_long") and isinstance(value, str):
        message = f"teks ini {len(value.strip())} huruf, paling banyak {context['max_length']}"
        return "teks-panjang", message, "Pendekkan; rincian masuk ke uraian."
    if type_ == "too_short":
        least = context["min_length"]
        if least > 1:
            return "daftar-pendek", f"“{name}” terlalu sedikit", f"Isi paling sedikit {least}."
        return "daftar-pendek", f"“{name}” tidak boleh kosong", "Isi paling sedikit satu."
    if type_ == "too_long":
        return "daftar-panjang", f"“{name}” terlalu banyak", f"Paling banyak {context['max_length']}."
    hint = did_you_mean(str(value), _choices(model, path)) or "Periksa isinya."
    return "bukan-pilihan", f"“{_shown(value)}” bukan pilihan yang ada", hint


def _reshape(kind: str, value: Any, keys: list[str]) -> str:
    """How to write what is wanted instead of this value."""
    if kind == "perlu-daftar":
        return f"Tulis satu baris satu isi:  - {_shown(value)}"
    if kind == "perlu-kunci":
        return f"Kunci yang ada: {', '.join(keys)}."
    return "Tulis satu nilai, bukan daftar atau isian bertingkat."


def _has_wrong_items(path: tuple[str | int, ...], errors: Sequence[Any]) -> bool:
    """Whether a list is too short only because what stands in it is wrong."""
    return any(error["loc"][: len(path)] == path and len(error["loc"]) > len(path) for error in errors)


def tell(
    error: ValidationError, model: type[BaseModel], root: Any, file: str, prefix: tuple[str | int, ...]
) -> list[Problem]:
    """Every problem of one record. `root` is the whole file, `prefix` the path to the record in it."""
    record = root
    for step in prefix:
        record = record[step]
    problems = []
    found_wrong = error.errors(include_url=False)
    for item in found_wrong:
        if item["type"] == "too_short" and _has_wrong_items(item["loc"], found_wrong):
            continue
        kind, message, hint = _tell(item, model, record)
        path = prefix + item["loc"]
        found = _shown(item["input"]) if item["type"] != "missing" else ""
        problem = Problem(file, message, hint, path=path, found=found, rule=kind)
        problems.append(problem.at(*position(root, path)))
    return problems


@cache
def _parts(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    """Key to the model of what stands under it, None for plain values."""
    return {
        field.alias or name: next(_models_in(field.annotation), None)
        for name, field in model.model_fields.items()
    }


def unknown_empty_keys(
    node: Any, model: type[BaseModel], file: str, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    """Keys without a value that the model does not know: they never reach it, so it cannot refuse them."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from unknown_empty_keys(item, model, file, (*path, index))
    if not isinstance(node, Keys):
        return
    inside = _parts(model)
    for name in sorted(node.empty - set(inside)):
        hint = did_you_mean(name, list(inside))
        problem = Problem(file, f"kunci “{name}” tidak dikenal", hint, (*path, name), rule="kunci-asing")
        yield problem.at(*node.place_of(name))
    for name, value in node.items():
        below = inside.get(name)
        if below is not None and isinstance(value, list | dict):
            yield from unknown_empty_keys(value, below, file, (*path, name))
