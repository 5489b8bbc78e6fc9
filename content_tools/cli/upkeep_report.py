"""What wants looking after, told as text, as Markdown, and as notes of a host's workflow.

What we did not find is nobody's failure, and a server that answers no machine is not a dead link.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from content_tools.changes.escape import markdown_link, markdown_text
from content_tools.changes.naming import LABELS, called
from content_tools.changes.text import enumerated
from content_tools.cli.telling import annotation, clean
from content_tools.insight.facts import Facts
from content_tools.model.base import Record
from content_tools.model.choices import ProgramStatus
from content_tools.model.problem import Problem
from content_tools.model.program import Program
from content_tools.model.reference import Source
from content_tools.model.when import When
from content_tools.model.writing import day
from content_tools.release.outside import Answer, Verdict, same_page


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a record holds, where it stands, and what became of it."""

    collection: str
    record: Record
    at: Problem
    answer: Answer

    @property
    def address(self) -> str:
        """As it is written."""
        return self.at.found

    @property
    def title(self) -> str:
        """`Sumber: … [id]`."""
        label, name = LABELS[self.collection], called(self.record)
        return f"{name if name.startswith(label) else f'{label}: {name}'} [{self.record.id}]"


@dataclass(frozen=True)
class Upkeep:
    """What was found; without a day the addresses were not asked."""

    facts: Facts
    links: tuple[Link, ...] = ()
    heard: bool = False
    asked_on: date | None = None

    def judged(self, verdict: Verdict) -> list[Link]:
        """The links with this verdict."""
        return [link for link in self.links if link.answer.verdict is verdict]

    @property
    def moved(self) -> list[Link]:
        """The links that lead elsewhere for good, slight differences left out."""
        return [link for link in self.links if link.answer.moved and not self._slight(link)]

    @property
    def slight(self) -> int:
        """How many addresses differ from where they lead only in https, `www.` or a last slash."""
        return len({link.address for link in self.links if self._slight(link)})

    @staticmethod
    def _slight(link: Link) -> bool:
        return link.answer.moved is not None and same_page(link.address, link.answer.moved)

    @property
    def old_news(self) -> list[Program]:
        """The programs of whose present state the site says nothing, for want of news; oldest news first, undated last."""
        status = self.facts.status
        silent = (
            program for program in self.facts.living
            if status(program).old and status(program).code == ProgramStatus.UNKNOWN.value
        )  # fmt: skip
        return sorted(silent, key=lambda one: one.last_news.last_day if one.last_news else date.max)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to look after: a line, and lines below it with their words."""

    words: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind, with what to do about them."""

    title: str
    advice: str
    rows: tuple[Row, ...]


REPAIR = (
    "Bila itu sumber, cari salinannya dan tulis alamatnya di arsip. Betulkan alamat yang salah ketik. "
    "Jangan menghapus sumbernya: catatan lain memakainya."
)


def summary(found: Upkeep) -> list[str]:
    """What was found, in one line for addresses and one for news."""
    months = found.facts.plan.site.news_months
    old = f"{len(found.old_news)} program belum punya kabar dari {months} bulan terakhir, dihitung pada {day(found.facts.on)}."
    return [_of_addresses(found), old]


def _of_addresses(found: Upkeep) -> str:
    if found.asked_on is None:
        return "Alamat luar tidak ditanya."
    answers = {link.address: link.answer.verdict for link in found.links}
    asked = f"{len(answers)} alamat luar ditanya pada {day(found.asked_on)}"
    if answers and not found.heard:
        return f"{asked}; tidak satu pun menjawab. Komputer ini tampaknya tanpa internet, jadi tidak ada yang dinilai."  # fmt: skip
    counts = Counter(answers.values())
    return f"{asked}: {', '.join(f'{counts[verdict]} {verdict.value}' for verdict in Verdict)}."


def sections(found: Upkeep) -> Iterator[Section]:
    """Everything that was found and can be looked after; nothing of addresses when no server was heard."""
    if found.heard:
        yield Section(
            "Alamat yang tidak ada lagi", REPAIR, tuple(_gone(found, link) for link in found.judged(Verdict.GONE))
        )  # fmt: skip
        slight = f" {found.slight} alamat lain hanya berganti https, www, atau garis miring di ujung." if found.slight else ""  # fmt: skip
        yield Section(
            "Alamat yang berpindah",
            f"Alamat lama masih sampai. Bila isinya sama, tulis alamat barunya.{slight}",
            tuple(map(_moved, found.moved)),
        )
        yield Section(
            "Alamat yang belum dapat dinilai",
            "Ini bukan tautan mati. Server resmi sering menolak mesin atau jaringan luar. Bila ragu, buka sendiri.",
            tuple(_unjudged(found)),
        )
    yield Section(
        "Program yang kabarnya lama",
        "Kabar baru mungkin ada dan belum kami temukan. Itu bukan kesalahan siapa pun. Yang terlama disebut dahulu.",
        tuple(_old(found, program) for program in found.old_news),
    )


def _gone(found: Upkeep, link: Link) -> Row:
    details = [(str(link.at.path[-1]), link.address), ("sebab", _reason(found, link))]
    if isinstance(link.record, Source):
        users = found.facts.naming("sumber", link.record.id)
        if users:
            details.append(("dipakai", enumerated(list(dict.fromkeys(map(called, users))))))
        if link.record.archive and link.record.archive != link.address:
            details.append(("arsip", link.record.archive))
    return Row(f"{link.at.place}: {link.title}", tuple(details))


def _reason(found: Upkeep, link: Link) -> str:
    return f"{link.answer.why}, ditanya pada {day(found.asked_on)}" if found.asked_on else link.answer.why


def _moved(link: Link) -> Row:
    new = link.answer.moved or ""
    details = [("dari", link.address), ("ke", new)]
    if _is_home(new) and not _is_home(link.address):
        details.append(("perhatikan", "alamat barunya beranda; isinya mungkin sudah tidak ada"))
    return Row(f"{link.at.place}: {link.title}", tuple(details))


def _is_home(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _unjudged(found: Upkeep) -> Iterator[Row]:
    """A row for each reason, the most frequent first, with the hosts."""
    reasons: dict[str, dict[str, str]] = defaultdict(dict)
    for link in found.judged(Verdict.UNJUDGED):
        reasons[link.answer.why][link.address] = link.address.split("/")[2]
    for why, hosts in sorted(reasons.items(), key=lambda pair: -len(pair[1])):
        counts = Counter(hosts.values()).most_common()
        named = ", ".join(f"{host} ({count})" if count > 1 else host for host, count in counts)
        yield Row(f"{why}: {len(hosts)} alamat", (("situs", named),))


def _old(found: Upkeep, program: Program) -> Row:
    news, lead = program.last_news, found.facts.plan.agencies.get(program.lead or "")
    when = When(news.year, news.month).words if news else "tanpa tanggal"
    agency = lead.name if lead else "penanggung jawab belum ditemukan"
    return Row(f"{when}: {program.name}; {agency}; {program.origin.file}")


def as_text(found: Upkeep) -> str:
    """For people at a terminal."""
    lines = ["Perawatan catatan", *summary(found)]
    for section in filter(lambda one: one.rows, sections(found)):
        lines += ["", f"{section.title} ({len(section.rows)})", section.advice]
        for row in section.rows:
            lines += [f"- {row.words}", *(f"    {word}: {text}" for word, text in row.details)]
    return "\n".join(map(clean, lines))


def as_markdown(found: Upkeep) -> str:
    """For the summary of a job and for a file; text of records and of servers stays text."""
    lines = ["## Perawatan catatan", "", *(f"- {markdown_text(line)}" for line in summary(found))]
    for section in filter(lambda one: one.rows, sections(found)):
        lines += ["", f"### {section.title} ({len(section.rows)})", "", section.advice, ""]
        for row in section.rows:
            lines.append(f"- {markdown_text(row.words)}")
            for word, text in row.details:
                address = text.startswith(("http://", "https://"))
                lines.append(f"  - {word}: {markdown_link('buka', text) if address else markdown_text(text)}")
    return "\n".join([*lines, ""])


def as_github(found: Upkeep) -> str:
    """Notes of a workflow: a warning for each address that is gone, the rest short. The Markdown tells all of it."""
    notes = [
        annotation("warning", "Alamat tidak ada lagi", clean(f"{link.title}: {link.address}: {_reason(found, link)}. {REPAIR}"), link.at)
        for link in found.judged(Verdict.GONE)
    ]  # fmt: skip
    notes += [
        annotation("notice", "Alamat berpindah", clean(f"{link.title}: {link.address} kini {link.answer.moved}"), link.at)
        for link in found.moved
    ]  # fmt: skip
    of_addresses, of_news = summary(found)
    unheard = found.asked_on is not None and found.links and not found.heard
    notes.append(annotation("warning" if unheard else "notice", "Alamat luar", of_addresses))
    notes.append(annotation("notice", "Kabar lama", of_news))
    return "\n".join(notes)
