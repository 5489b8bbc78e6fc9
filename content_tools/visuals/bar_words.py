"""What a bar of the roadmap says, in words."""

from __future__ import annotations

from content_tools.insight.timeline import Bar, first_mention


def bar_words(item: Bar) -> str:
    """What a bar shows, for those who do not see it."""
    program, words = item.program, []
    start = program.start.words if program.start else ""
    if item.known:
        if item.ended:
            last = program.end or program.last_news
            words.append(f"{start} sampai {last.words}" if last and last.words != start else start)
        elif program.last_news:
            words.append(f"mulai {start}, kabar terakhir {program.last_news.words}")
        else:
            words.append(f"mulai {start}")
    if item.planned:
        end = f" sampai {program.end.words}" if program.end else ""
        if item.known:
            words.append(f"rencana{end}")
        elif first_mention(program):
            words.append(f"disebut sebagai rencana sejak {start}{end}")
        else:
            words.append(f"direncanakan mulai {start}{end}")
    return "; ".join(words)
