"""Lines above a story that name the outlet with the day: "Harbour Courier, 4 March 2031", "2031-03-04 | HNN".

What stands beside a date may as well be a place or who wrote it ("Port Halm, 4 March 2031"; "Ann Lee, 4 March 2031"),
so that only what reads like the name of an outlet or a body is taken for one.
"""

from __future__ import annotations

import re
from typing import Final

from counterclaim.read import dates
from counterclaim.read.bodies import SMALL, WHERE, is_body
from counterclaim.read.furniture import LABEL, TIME

#: No outlet's name has more words.
_LONGEST = 8
_SEPARATORS = " \t,;:|/-–—•·"
#: Words that outlets and bodies have in their names, and places and persons have not.
OUTLETS: Final = frozenset(
    """agency argus broadcaster broadcasting bulletin channel chronicle committee corporation council courier crier
    daily digest dispatch echo embassy enquirer examiner express federation fm foundation gazette globe
    guardian herald independent info initiative inquirer institute international journal ledger magazine mail
    media mercury messenger ministry mirror mission monitor network news newspaper newswire observatory
    observer office online organisation organization pioneer post press radio record register reporter reports
    review secretariat sentinel service spectator standard star statesman syndicate telegraph television times
    today tribune tv union update voice watch web weekly wire world
    correo corriere courrier diario diário gazeta giornale heraldo jornal matin monde mundo nacional nation
    noticias periódico periodico prensa presse soir tageblatt tiempo universal voz zeitung agencia agence agenzia
    anzeiger boletín buletin dépêche dnevnik dziennik echos eco figaro folha gaceta gazzetta giornali habar haber hebdo
    imparcial informador journaux kurier listy mattino messaggero nachrichten nouvelles novosti noviny opinión país
    quotidien rundfunk rzeczpospolita stampa telediario tidende tidning tribuna tribüne vanguardia vedomosti vesti
    akhbar khabar patrika samachar shimbun""".split()
)
_BARRED = re.compile(r"\s[|•·]\s")
#: "HNN", "BBC", "A.P."; months and days are words of dates.
_LETTERS = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5})(?:\.[a-z]{2,3})?")
_ADDRESS = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
#: What a line says a text is, behind the name of who gives it out, and the page that it stood on.
_FORMATS = frozenset(
    """live blog liveblog ticker updates press news release statement communiqué briefing edition print online archive
    staff""".split()
)
_PAGE = re.compile(
    r"[\s,;(]*\b(?:pages?|pp?\.|section|vol(?:ume|\.)|no\.|issue)\s*[A-Z]?\d[\w, –-]*\)?\s*$", re.IGNORECASE
)
#: What an outlet is, in brackets or before a bar: "The Switch (paper of the power workers) | 2035-11-08",
#: "The Ladle, organ of the cooks | 2031-03-04".
_WHAT_IT_IS = re.compile(r"\s*\((?=[a-z])[^()\d]{3,60}\)(?=\s*(?:[|,–—·•-]|$))|,\s(?=[a-z])[^|()\d]{3,70}?(?=\s*\|)")
_BY = re.compile(r"(?:by|from|author|written by|reporting by|posted by|text)\b", re.IGNORECASE)


def outlet_beside_date(line: str) -> str | None:
    """The outlet that a line names right before or right behind a date, and that and hardly anything else; None where
    it names none, or what it names may be a place or a person."""
    line = _WHAT_IT_IS.sub("", _PAGE.sub("", line))
    found = dates.find(line)
    if not found or _BY.match(line):
        return None
    first, last = found[0], found[-1]
    time = TIME.match(line, last.end)
    before, behind = line[: first.start], line[time.end() if time else last.end :]
    if LABEL.sub("", behind).strip(_SEPARATORS + ".()") and LABEL.sub("", before).strip(_SEPARATORS + ".()"):
        return None
    name = LABEL.sub("", before if before.strip(_SEPARATORS) else behind).strip(_SEPARATORS + "()")
    words = name.split()
    while words and words[0].lower() in SMALL - {"the", "la", "le", "der", "die", "das", "al", "el"}:
        words.pop(0)
    while words and words[-1].lower() in SMALL:
        words.pop()
    whole = len(words)
    while len(words) > 1 and words[-1].islower() and words[-1] in _FORMATS:
        words.pop()
    name = " ".join(words)
    if (
        _BARRED.search(line)
        and len(words) <= _LONGEST
        and all(word[0].isupper() or word.lower() in SMALL or word in OUTLETS for word in words)
        and any(word[0].isupper() for word in words)
    ):
        return name or None  # a place or a person is not set apart from the date by a bar
    told = len(words) < whole and all(word[0].isupper() or word in SMALL for word in words)
    return name if told or is_outlet(name) or (len(words) > 1 and is_body(name)) else None


def is_outlet(name: str) -> bool:
    """Whether a name reads like that of an outlet or a body; where it is may stand behind it in brackets."""
    words = WHERE.sub("", name).split()
    if not words or len(words) > _LONGEST or (name.endswith((".", "!", "?")) and not _LETTERS.fullmatch(name)):
        return False
    if not all(word[0].isupper() or word[0].isdigit() or word.lower() in SMALL or word == "&" for word in words):
        return False
    if len(words) == 1 and (_LETTERS.fullmatch(name) or _ADDRESS.fullmatch(name)):
        return True
    if any(word.strip("'’(),").lower() in OUTLETS for word in words):
        return True
    # "Medics Without Frontiers", "Lawyers for the Coast": no place or person is named so.
    return len(words) > 2 and any(word.lower() in {"without", "for"} for word in words[1:-1])


def turns_on_press(name: str) -> bool:
    """Whether the word that a name turns on is one of outlets and bodies ("Harbour Union", and not "Union Anger")."""
    words = WHERE.sub("", name).split()
    turning = next((words[at - 1] for at in range(1, len(words)) if words[at].lower() in SMALL), words[-1])
    return len(words) == 1 or bool(_LETTERS.fullmatch(turning)) or turning.strip("'’(),").lower() in OUTLETS
