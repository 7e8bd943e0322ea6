"""What stands above a story: its headline, its outlet, its date, its writer, furniture; line by line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from counterclaim.read import dates
from counterclaim.read.bodies import (
    SMALL,
    WHERE,
    is_body,
    is_named_again,
    is_state,
    is_unit,
    may_be_headline,
)
from counterclaim.read.dated import is_outlet, outlet_beside_date, turns_on_press
from counterclaim.read.furniture import LABEL, PHOTO, TIME, is_address, is_aside, is_format, is_furniture, is_month
from counterclaim.read.parts import Part, Role, bare
from counterclaim.read.pieces import is_issue, is_role_line, person, take_apart

_END = re.compile(r"[.!?…。！？؟।][\"'’”»)\]]*$")
_INNER_END = re.compile(r"[.!?][\"'’”]?\s+[\"'“‘]?[^\W\d_a-z]")
_BYLINE = re.compile(
    r"(?:by|from|author|written by|reporting by|byline|text)\s*:?\s+(?=(?-i:[^\W\d_a-z]))", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?P<name>headline|title|subject|outlet|source|publisher|publication|newspaper|by|byline|authors?|url|link|published|date"
    r"|dateline|sent|released?|issued|from|to|cc|bcc|reply-to|contacts?|section|length|language|word count|load-date)"
    r"\s*:\s+(?=\S)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_NAMED_ROLES = {
    **dict.fromkeys(("headline", "title", "subject"), Role.HEADLINE),
    **dict.fromkeys(("outlet", "source", "publisher", "publication", "newspaper"), Role.MASTHEAD),
    **dict.fromkeys(("by", "byline", "author", "authors", "from"), Role.BYLINE),
    **dict.fromkeys(("published", "date", "dateline", "sent", "release", "released", "issued"), Role.DATE),
}
_MAIL = re.compile(r"(?:to|sent|subject|cc)\s*:", re.IGNORECASE)
_SENDER = re.compile(r"from\s*:\s*[\"“]?(?P<name>[^<\[\"”]+?)[\"”]?\s*(?:[<\[].*)?$", re.IGNORECASE)
#: What comes out at times and names itself before its title ("The Harbour Review: Two dead in flood"); of papers and
#: channels it is as likely that they are cited ("Harbour News: minister resigns").
_PERIODICAL = re.compile(
    r"\b(?:review|journal|monitor|digest|bulletin|magazine|quarterly|weekly|dispatch)$", re.IGNORECASE
)
_ISSUED = re.compile(r"\W*\b(?:issued|published|released|as of|as at|for)\b(?:\s+on)?\W*$", re.IGNORECASE)
#: Words that end names of papers, and no headline.
_PAPERS = frozenset(
    """chronicle courier dispatch enquirer examiner gazette herald inquirer ledger mercury newspaper newswire
    observer register sentinel telegraph tribune""".split()
)
#: A letterhead has hardly more lines.
_LETTERS = 5


def is_caption(line: str, index: int) -> bool:
    """Whether a line describes a picture: it credits a photograph, or is one sentence that ends in a place and a
    date ("… visits the new bridge in Halm, May 3, 2031.")."""
    if len(line) > 300:
        return False
    if PHOTO.search(line):
        return True
    found = dates.find(line)
    if not found or index > 3 or len(line.split()) < 8 or _INNER_END.search(line[: found[-1].start]):
        return False
    before = line[: found[-1].start].rstrip()
    if outlet_beside_date(line) or take_apart(line, "") is not None:
        return False
    return before.endswith((",", ")", "–", "—")) and not line[found[-1].end :].strip(" .)")


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and hardly anything else: a label, a time, a place or name of up to four words."""
    if len(line) > 120:
        return False
    if is_month(line):
        return True
    found = dates.find(line)
    if not found:
        return False
    if outlet_beside_date(line):
        return True
    rest = line
    for date in reversed(found):
        time = TIME.match(rest, date.end)
        rest = rest[: date.start] + " | " + rest[time.end() if time else date.end :]
    pieces = [LABEL.sub(" ", piece) for piece in rest.split("|")]
    words = [word for piece in pieces for word in piece.split() if any(char.isalnum() for char in word)]
    if _BYLINE.match(line):
        return len(words) <= 8
    small = sum(word[0].islower() for word in words)
    return len(words) <= 4 and small <= 1 and not (line.endswith(".") and words)


def is_about(line: str) -> bool:
    """Whether a line is no news, but something about the report: a date, a writer, furniture, or all of them."""
    if is_furniture(line) or is_date_line(line) or _BYLINE.match(line) or is_aside(line):
        return True
    return take_apart(line, "") is not None


def tells_when_or_who(line: str) -> bool:
    """Whether a line below a first sentence shows that the head of the page goes on: it labels a date, gives a date
    with its hour, or says who wrote the text."""
    if _BYLINE.match(line) and len(line.split()) <= 8 and not _END.search(line):
        return True
    pieces = take_apart(line, "")
    if not (pieces or is_date_line(line)) or not (found := dates.find(line)):
        return False
    who = any(piece.role is Role.BYLINE for piece in pieces or ())
    return who or bool(LABEL.match(line) or TIME.match(line, found[-1].end))


def lay_out_head(text: str, spans: Sequence[tuple[int, int]], rest: str, title: str | None) -> list[Part]:
    """The parts of the lines at `spans`, which stand above the story `rest`. `title` is the headline if it is known."""
    lines = [text[start:end] for start, end in spans]
    letters = _letterhead(lines, rest, title)
    mail = any(_MAIL.match(line) for line in lines)
    parts: list[Part] = []
    headline: str | None = None
    for index, (start, end) in enumerate(spans):
        line = lines[index]
        below = "\n".join((*lines[index + 1 :], rest))
        if index in letters:
            parts.append(Part(start, end, letters[index]))
            continue
        same = bare(line) in {bare(known) for known in (title, headline) if known is not None}
        pieces = None if same or _NAMED.match(line) else take_apart(line, below)
        # A bare name above the headline is more likely the headline itself.
        bare_name = pieces and pieces[0].role is Role.BYLINE and not _BYLINE.match(line)
        if (
            pieces
            and not (bare_name and (title or headline) is None)
            and not (bare_name and _goes_on(headline, line, parts))
        ):
            parts += (Part(start + piece.start, start + piece.end, piece.role) for piece in pieces)
            continue
        if not same and headline is None and (cut := _named_in_headline(line, below, lines, index)):
            told = [Part(start, start + cut[0], cut[1]), Part(start + cut[0], end, cut[2])]
            parts += [part for part in told if part.start < part.end]
            headline = next(text[part.start : part.end] for part in told if part.role is Role.HEADLINE)
            continue
        role = _mail_role(line) if mail and _SENDER.match(line) else _head_role(line, below, parts, headline, title)
        if role is Role.HEADLINE:
            headline = line
        parts.append(Part(start, end, role))
    return _settle_head(text, [part for part in parts if text[part.start : part.end].strip()])


def _mail_role(line: str) -> Role:
    """Whether a mail's sender is a body, or the person who wrote it."""
    match = _SENDER.match(line)
    name = match["name"] if match else ""
    return Role.MASTHEAD if is_outlet(name) or is_body(name) else Role.BYLINE


def _named_in_headline(line: str, below: str, lines: Sequence[str], index: int) -> tuple[int, Role, Role] | None:
    """Where a headline is parted from the name of who publishes it, and what the two pieces are: "Two dead in flood -
    Harbour Courier", "The Harbour Review: Two dead in flood", and, printed whole, "Harbour Copper plc: update"."""
    gap = re.search(r"\s+[-|–—•]\s+(?=[^-|–—•]{3,40}$)", line)
    if gap and is_outlet(line[gap.end() :]) and len(line[: gap.start()].split()) > 3:
        again = bare(line[: gap.start()]) in {bare(other) for other in lines[index + 1 :]}
        if again or gap[0].strip() == "|":
            return gap.start(), Role.HEADLINE, Role.MASTHEAD
    for at in (match.end() for match in re.finditer(r"\s+(?:[-–—:]\s+)?", line) if index == 0):
        issue = dates.find(line, at)
        title = line[at : issue[0].start if issue else len(line)]
        if is_issue(_ISSUED.sub("", title)) and is_body(line[:at].rstrip(" -–—:")):
            return at, Role.MASTHEAD, Role.HEADLINE
    name, colon, news = line.partition(": ")
    if not colon or not news.strip():
        return None
    dated = index + 1 < len(lines) and is_date_line(lines[index + 1])
    if index == 0 and dated and _PERIODICAL.search(name) and is_outlet(name) and 1 < len(name.split()) <= 4:
        return len(name) + 2, Role.MASTHEAD, Role.HEADLINE
    return None


def _head_role(line: str, below: str, before: Sequence[Part], headline: str | None, title: str | None) -> Role:
    """What a line above the story is. `headline` is the one that stands above it, `title` the one that is known."""
    seen = {part.role for part in before}
    named = _NAMED.match(line)
    if title is not None and bare(line) == bare(title):
        return Role.REPEAT if headline is not None and bare(headline) == bare(line) else Role.HEADLINE
    if headline is not None and bare(line) == bare(headline):
        return Role.REPEAT
    if is_caption(line, len(before)):
        return Role.CAPTION
    if is_date_line(line):
        return Role.DATE
    if named:
        return _NAMED_ROLES.get(named["name"].lower(), Role.FURNITURE)
    if _BYLINE.match(line) and len(line.split()) <= 12 and not _END.search(line):
        return Role.BYLINE
    # An hour above the headline dates the page; below it, it may head an entry of a live blog.
    aside = is_aside(line.lstrip("•·*- ")) and (headline is None or not line[0].isdigit())
    told = is_address(line) or (is_format(line) and not is_issue(line)) or aside
    if is_furniture(line) or told:
        return Role.FURNITURE
    if not before and (_ADDRESS.fullmatch(line) or (title is not None and _is_name(line))):
        return Role.MASTHEAD
    if headline is None:
        return Role.HEADLINE
    if is_role_line(line):
        return Role.BYLINE if line[:3].lower() in ("by ", "fro") else Role.FURNITURE
    wrote = Role.BYLINE not in seen and person(line, below) is not None and not _goes_on(headline, line, before)
    if wrote or (_is_name(line) and seen & {Role.DATE, Role.BYLINE}):
        return Role.BYLINE if wrote else Role.CREDIT
    return Role.CREDIT if is_outlet(line) and _is_name(line) and turns_on_press(line) else Role.DECK


def _goes_on(headline: str | None, line: str, before: Sequence[Part]) -> bool:
    """Whether a line right below a headline with capitals throughout is rather its second line than a name."""
    if headline is None or not before or before[-1].role is not Role.HEADLINE:
        return False
    words = headline.split()
    capitals = sum(word[0].isupper() or word.lower() in SMALL for word in words)
    return words[-1].lower() in SMALL or (len(line.split()) > 2 and capitals == len(words))


def _is_name(line: str) -> bool:
    """Whether a line may be the name of an outlet or agency: up to four words, each with a capital but for small ones
    inside ("El Diario de Halm"); where it is may stand behind it in brackets."""
    words = WHERE.sub("", line).split()
    if not 0 < len(words) <= 4 or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or word in SMALL | {"&", "/"} or word.isdigit() for word in words)


def _letterhead(lines: Sequence[str], rest: str, title: str | None) -> dict[int, Role]:
    """The lines that are a letterhead: by their place, what each is. The body that speaks is the masthead; a state
    above it, an office of it and its address are furniture."""
    about = [is_furniture(line) or is_aside(line) or is_format(line) for line in lines]
    first = about.index(False) if False in about else len(lines)
    places = range(first, min(first + _LETTERS, len(lines)))
    run = list(itertools.takewhile(lambda place: _is_of_letterhead(lines[place]), places))
    bodies = [i for i in run if is_body(lines[i]) and not is_unit(lines[i]) and not is_state(lines[i])]
    states = [i for i in run if is_state(lines[i])]
    who = next(iter(bodies or states), None)
    if who is None or run[0] not in {*bodies, *states}:
        return {}
    name = lines[who]
    under = [line for i, line in enumerate(lines) if i > who][:3]
    proof = any(is_format(line) or is_unit(line) or is_address(line) for line in under) or len(run) > 1
    again = is_named_again(name, rest)
    left = [line for i, line in enumerate(lines) if i not in run and len(line.split()) > 3]
    others = title is not None or any(not is_about(line) and not is_address(line) for line in left)
    of = re.match(r"(?:the )?[\w-]+ (?:of|for) ", name, re.IGNORECASE) is not None and is_date_line((*under, "")[0])
    sure = proof or again or (of and not others) or (others and not may_be_headline(name))
    if not sure or (may_be_headline(name) and not (again or proof)):
        return {}
    return {i: Role.MASTHEAD if i == who else Role.FURNITURE for i in run}


def _is_of_letterhead(line: str) -> bool:
    """Whether a line may stand in a letterhead: a state, a body, an office of it, its address."""
    return is_state(line) or is_body(line) or is_unit(line) or is_address(line)


def _settle_head(text: str, parts: list[Part]) -> list[Part]:
    """The same parts with the first line made the masthead where the headline turns out to be further down.

    It is one if it is a name and a date line or a longer line that reads like a headline comes between it and
    the story. (A headline of two or three words above a deck would be mistaken for one; none was met.) Where there is
    no headline, the number of the issue is it.
    """
    parts = _in_capitals(text, parts)
    head = [part for part in parts if part.role in (Role.HEADLINE, Role.DECK)]
    if not head:
        return _titled_by_issue(text, parts)
    if len(head) < 2 or head[0] is not parts[0] or head[0].role is not Role.HEADLINE:
        return parts
    first, second = (text[part.start : part.end] for part in head[:2])
    below = parts[1].role is Role.DATE
    if _is_masthead(first):
        changed = {head[0]: Role.MASTHEAD, head[1]: Role.HEADLINE}
        return [Part(part.start, part.end, changed.get(part, part.role)) for part in parts]
    if (
        head[1].role is not Role.DECK
        or not _is_name(first)
        or is_format(first)
        or (may_be_headline(first) and not (is_outlet(first) and turns_on_press(first)))
        or not (below or len(first.split()) <= 3 < len(second.split()))
    ):
        return parts
    changed = {head[0]: Role.MASTHEAD, head[1]: Role.HEADLINE}
    return [Part(part.start, part.end, changed.get(part, part.role)) for part in parts]


def _is_masthead(line: str) -> bool:
    """Whether a longer name on top is surely a paper's: "The" stands before it, or its last word ends no headline."""
    if not is_outlet(line) or not turns_on_press(line) or may_be_headline(line) or len(line.split()) > 6:
        return False
    return line.startswith("The ") or line.split()[-1].lower() in _PAPERS


def _titled_by_issue(text: str, parts: list[Part]) -> list[Part]:
    """The same parts with what names the issue in a date line ("Situation report as of 4 March 2031") as headline."""
    for index, part in enumerate(parts):
        found = dates.find(text, part.start, part.end) if part.role is Role.DATE else []
        before = text[part.start : found[0].start] if found else ""
        ends = [match.end() for match in re.finditer(r"[^\W_](?![\w:])", before)]
        cut = next((at for at in reversed(ends) if is_issue(before[:at])), None)
        if cut is not None:
            told = [Part(part.start, part.start + cut, Role.HEADLINE), Part(part.start + cut, part.end, Role.DATE)]
            return [*parts[:index], *told, *parts[index + 1 :]]
    return parts


def _in_capitals(text: str, parts: list[Part]) -> list[Part]:
    """The same parts with the first lines made the masthead where they are in capitals and name a body ("HALM /
    MINISTRY OF HEALTH"), and a line further down reads like the headline."""
    head = [part for part in parts if part.role in (Role.HEADLINE, Role.DECK)]
    letters = list(itertools.takewhile(lambda part: text[part.start : part.end].isupper(), head))
    below = head[len(letters) : len(letters) + 1]
    if not letters or not below or letters[0] is not parts[0] or len(text[below[0].start : below[0].end].split()) <= 3:
        return parts
    if not any(_is_body_in_capitals(text[part.start : part.end]) for part in letters):
        return parts
    changed = {**dict.fromkeys(letters, Role.MASTHEAD), below[0]: Role.HEADLINE}
    return [Part(part.start, part.end, changed.get(part, part.role)) for part in parts]


def _is_body_in_capitals(line: str) -> bool:
    """Whether a line is the name of a body ("MINISTRY OF HEALTH"), and not a headline that begins with one."""
    words = line.split()
    if len(words) > 6 or not is_outlet(line) or may_be_headline(line):
        return False
    return is_outlet(words[-1].title()) or "OF" in words[1:3]
