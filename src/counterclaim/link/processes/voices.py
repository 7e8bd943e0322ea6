"""Who says that a process is in a state, and whom a pronoun for the one who brings it about means."""

from __future__ import annotations

import re

from counterclaim.link.processes.nouns import phrases
from counterclaim.link.processes.reading import Inside
from counterclaim.records import Act, Statement, Who

#: Acts that are the state itself ("agreed to extend it", "rejected a truce proposed by …"): the report tells of them.
_TOLD_OF = frozenset({Act.AGREE, Act.REFUSE, Act.PROMISE})
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells|stat(?:ed|es|ing)|declar(?:ed|es|ing)|announc(?:ed|es|ing)|wr(?:ote|ites)"
    r"|rul(?:ed|es|ing) out)\b",
    re.I,
)
#: "A and B accuse each other": both say it, and the report tells it.
_EACH = re.compile(r"\b(?:each other|one another|trad(?:ed|ing) accusations)\b", re.I)
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
_OWN = re.compile(
    r"(?:his|her|its|our|their|my) (?:own )?(?:side|men|troops|forces|army|soldiers|fighters|people)$", re.I
)
#: How far behind the last word of a speaker "he said" may stand, in characters.
_STILL = 400
#: As far before a state a denial of it is read with its verb, in characters.
_NEAR = 26


def claimed_by(inside: Inside, at: int) -> Who | None:
    """Who says so: the source of the innermost statement there, or the outlet. Who "agreed to" it is told of."""
    statement = _said_in(inside, inside.statement_at(at))
    if (
        statement is None
        or not statement.sources
        or (statement.cue and _EACH.search(inside.text, statement.cue.start, at))
    ):
        return inside.outlet()
    holder = speaker_of(inside, statement)
    mute = holder.entity is None and next(phrases(holder.name, 0, len(holder.name)), None) is not None
    return inside.outlet() if mute else holder  # "the truce" says nothing


def _said_in(inside: Inside, statement: Statement | None) -> Statement | None:
    """The innermost statement that somebody makes by saying something."""
    while statement is not None and statement.act in _TOLD_OF and _is_done(statement):
        statement = inside.pile.statements.get(statement.parent or "")
    return statement


def _is_done(statement: Statement) -> bool:
    return statement.cue is not None and not _SAYS.search(statement.cue.text)


def speaker_of(inside: Inside, statement: Statement) -> Who:
    """The first source of a statement; "he" is whoever was last named to have said something, not far before."""
    holder = inside.pile.holders(statement)[0]
    if holder.entity is not None or holder.name.lower() not in _PRONOUNS:
        return holder
    start = statement.content[0].start
    named = [
        (other.content[-1].end, who)
        for other in inside.statements
        if other.content[-1].end <= start and start - other.content[-1].end <= _STILL and len(other.sources) == 1
        for who in inside.pile.holders(other)
        if who.entity and not inside.pile.outlet_says(other)
    ]
    return max(named, key=lambda found: found[0])[1] if named else holder


def own(inside: Inside, who: Who, at: int) -> Who:
    """Whom "he" or "its troops" means inside what somebody says: the one who says it."""
    if who.entity is not None or not (who.name.lower() in _PRONOUNS or _OWN.match(who.name)):
        return who
    statement = inside.statement_at(at)
    if statement is None or inside.pile.outlet_says(statement) or len(statement.sources) != 1:
        return who
    outer = _said_in(inside, statement) or statement
    if inside.pile.outlet_says(outer) or len(outer.sources) != 1:
        return who
    return speaker_of(inside, outer)


def denies(inside: Inside, statement: Statement, at: int) -> bool:
    """Whether somebody denies what is said `at`, and the words right before it do not show that ("denied on Friday that
    its troops had …")."""
    if statement.act is not Act.DENY or statement.cue is None or statement.cue.end > at:
        return False
    return statement.cue.start < at - _NEAR
