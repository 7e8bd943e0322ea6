"""Whether a claim is so, asked in a whole sentence, or not at all.

A claim is made of pieces of a sentence. Put together again they are a question only if each piece is whole and stands
in its place: who did it, the verb, and what follows up to the end of a phrase. Where one is missing (a doer that is
only "65", a participle whose subject stands elsewhere, an object cut off) there is no question by the verb, and the
claim is quoted where its words are a sentence of their own.
"""

from __future__ import annotations

import re

from counterclaim.link.compare.asking import place_words
from counterclaim.link.compare.charges import shortened
from counterclaim.link.compare.denials.spans import sentence_start
from counterclaim.link.compare.denials.words import cut, stems, trimmed
from counterclaim.link.compare.names_inside import balanced, lowered
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, EntityKind, Polarity, Span, Who

_PRONOUN = re.compile(
    r"^(?:its|their|our|his|her|my|your|we|they|it|he|she|i|you|who|which|that|such|those|these|this|them|him|us|me|"
    r"none|nothing|others?|of|\w+ of (?:whom|which|them|these|those))\b|^(?:one|some|all|both|most|many|few)$",
    re.I,
)
#: What a body says is its own.
_OWN = re.compile(r"^(?P<any>(?:any|some|all|one|none) of )?(?:its|their|our)\s+(?=[^\W\d])", re.I)
_IT = re.compile(r"(?:it|them|him|this|that) ", re.I)
_TO_US = re.compile(r"\b(?:us|me|you)\b", re.I)
_NOBODY = re.compile(r"^(?:nobody|no[ -]one)\b", re.I)
#: A pronoun or a number alone does nothing that can be asked about.
_BARE_NUMBER = re.compile(r"^[\d.,\s]+$")
_BE = re.compile(
    r"\b(was|were|been|be|being|is|are|get|got)\s*(?:(?:\w+ly|also|still|now|then|never|not|ever|all|already)\s*)*$",
    re.I,
)
_NO = re.compile(r"^(?:no|not|never)\s+", re.I)
_MANY = re.compile(
    r"^(?:at least|more than|\d[\d,.]*|dozens|hundreds|thousands|several|many|some|any of|two|three|four|five|six|"
    r"seven|eight|nine|ten|\w+teen|\w+ty)\b|(?:people|children|men|women|police|(?<!s)(?<!\bga)(?<!\bbu)s)$",
    re.I,
)
_ANY = re.compile(r"^(?:no|not (?:a single|a|an|one)|neither)\s+", re.I)
#: "Kenyan army" is asked about as "the Kenyan army".
_OF_A_LAND = re.compile(
    r"[A-Z]\w+(?:an|ish|ese|i|ch) (?:regime|government|army|military|navy|air force|forces|authorities)"
)
_DETERMINER = re.compile(
    r"\b(?:the|a|an|that|this|those|these|its|their|such|any|no|all)\s+(?:alleged\s+|suspected\s+)?$"
)
_INFINITIVE = re.compile(r"(?:\bto|\bnot|n['’]t|\bnever|\bdid|\bdoes|\bdo|\bwho|\bwhich|\bthat)\s+$")
_PREPOSITIONS = frozenset("on in at against near by from over across of during into as for around".split())
#: What a phrase that is no object begins with.
_NO_OBJECT = _PREPOSITIONS | frozenset("with to through towards until since after before".split())
#: What may stand between a verb and its subject, or before it where another verb of the subject came first.
_LEADS_ON = re.compile(
    r"(?:^|\b(?:was|were|been|be|being|is|are|has|have|had|having|did|do|does|will|would|to|not|never|n['’]t|and|but|or|"
    r"then|who|which|that|also|again|still|later|now|already|since|just|first|even|only|both|all|themselves|itself|"
    r"twice|reportedly|\w+ly)|[,;:–—)\"”])\s*$",
    re.I,
)
_STRAIGHT = re.compile(
    r"(?:,[^,.;:]{1,50},)?\s*(?:(?:has|have|had|did|do|does|not|never|also|still|now|then|\w+ly)\s+)*", re.I
)
#: "And of the navy", "on Monday": what may stand between as well.
_AND_OTHERS = re.compile(
    r"\s+(?:(?:and|or)\s(?:of\s)?(?:the\s)?[^,.;:]{1,50}|(?:late |early )?(?:on\s)?\w+day(?: \w+)?|yesterday|opened)\s+"
)
#: Verbs that a noun tells the deed of: "opened fire on", "set fire to", "launched an attack on".
_LIGHT_OF = {
    form: forms.split()[0]
    for forms in (
        "open opened opens opening",
        "set sets setting",
        "launch launched launches launching",
        "commit committed commits committing",
    )
    for form in forms.split()
}
_LIGHT = re.compile(rf"\b(?P<verb>{'|'.join(_LIGHT_OF)}) (?P<the>an? |the )?$", re.I)
#: Participles that no past tense is written like: without "was" or "had" before them they belong to a noun.
_PARTICIPLE = re.compile(
    r"known|seen|taken|given|driven|shown|written|broken|stolen|beaten|hidden|torn|thrown|fallen|grown|chosen|spoken|"
    r"drawn|flown|worn|sworn",
    re.I,
)
_AUXILIARY = re.compile(
    r"\b(?:ha[sd]|have|having|was|were|be|been|being|is|are|get|got)\b|n['’]t\b|['’](?:s|d|ve)\b", re.I
)
#: Verbs that say nothing without what they are done to.
_TRANSITIVE = frozenset(
    """take use hit seize capture make put kill wound injure target destroy hold give send carry conduct bring shell
    accuse block detain free release arrest damage lose get open cause commit claim receive find tell drop deliver
    build lay set storm surround reach leave bomb rescue shoot_down blow_up burn_down carry_out launch throw tie
    force order beat lead kidnap abduct assassinate expel massacre torture""".replace("_", " ").split()
) | {"shoot down", "blow up", "burn down", "carry out", "gun down", "take over", "hold up", "put on"}
_BY = re.compile(r"\s(?:out |off |away )?by\b|\s\w+ by\b")
#: Verbs whose past tense is used of what happens to their subject ("the wall came down").
_ENDS_ALIKE = frozenset("came went rose broke grew sank began ran".split())
#: Verbs that say enough alone.
_ALONE = frozenset(
    "withdraw retreat surrender die flee advance escape shoot fire fight sleep return meet talk resign protest "
    "burn collapse crash explode sink arrive fall".split()
)
_POINTS_OUT = re.compile(
    r"\s(?:at|of|by|to|with|from|for|in)\s+(?:those|these|them|it|him|us|me|whom|which)$|\ssince then$", re.I
)
_ONLY = re.compile(r"\bonly\s")
_FOLLOWING = re.compile(r"\s(?:or|and) (?:had|has|have|was|were|is|are)\b.*$", re.I)
_SUBORDINATE = re.compile(
    r"^(?:and|but|or|so|yet|that|because|since|although|though|while|whereas|when|where|before|after|until|if|unless|"
    r"as|which|who|whom|of|said|says)\s",
    re.I,
)
_A = re.compile(r"\ban?\s(?:[\w-]+\s)?$", re.I)
_WHEN = re.compile(r"\s(?:the|an?|one|last|next) (?:evening|morning|day|night|week|year|hour)\b.*$", re.I)
#: What says where it is: a name, or what the report calls by a general word.
_NAMED = re.compile(r"\s[^\W\d_a-z]|\bthe (?:town|village|city|district|area|province|capital)\b")
#: What stands at the end of no question, and a thing that happens with the verb of a sentence in it.
_BROKEN = re.compile(
    r"\b(?:not|nor|and|or|the|an?)\?$|^Did (?:there |.*\b(?:was|were|is|are|has|have|had|did)\b).* happen\?$"
    r"|\b(?:agree|decide|insist|call|rely|embark) (?:on|upon|for|to) (?:in|by|during|after|on)\b",
    re.I,
)
_LONG_NAME = 60
_MOST = 130
_QUOTED = 120
#: A subject stands no further before its verb than this, in characters.
_APART = 60


def ask_whether(pile: Pile, claim: Claim, doer: str | None = None) -> str:
    """The question whether a claim is so, by its verb, its state or its words; empty where none is whole. `doer` stands
    in for its agent."""
    question = ask_by_verb(pile, claim, doer or doers_named(pile, claim) or _subject(pile, claim))
    question = question or _by_state(pile, claim)
    question = question or _by_noun(pile, claim)
    return placed(pile, question, [claim]) if question else _quoted(pile, claim)


def ask_anyhow(words: str) -> str:
    """A question for what is no conflict and needs one all the same: some words, quoted."""
    words = words.strip(" ,.;:“”\"'")
    return f"Is it so that “{shortened(words, _QUOTED)}”?"


def doers_named(pile: Pile, claim: Claim) -> str | None:
    """The agents of a claim as a question names them; None where one of them names nobody."""
    names = [of_the_speaker(pile, claim, who) or name_of(pile, who) for who in claim.agent]
    return " and ".join(name for name in names if name) if names and all(names) else None


def of_the_speaker(pile: Pile, claim: Claim, who: Who) -> str | None:
    """ "The army's troops", where a body that is named says "its troops", "our troops" or "any of its troops"; None
    where it is not so."""
    own = _OWN.match(who.span.text) if who.span and pile.entity(who) is None else None
    sources = pile.statements[claim.statement].sources
    if own is None or len(sources) != 1:
        return None
    entity = pile.entity(sources[0])
    if (entity and entity.kind is EntityKind.PERSON) or _PRONOUN.match(sources[0].name):
        return None
    name = lowered(sources[0].span.text if sources[0].span and entity is None else sources[0].name)
    words = who.span.text[own.end() :] if who.span else ""
    some = "any of " if own["any"] else ""
    return (
        f"{some}{name}{'’' if name.endswith('s') else '’s'} {words}" if len(words) + len(name) <= _LONG_NAME else None
    )


def name_of(pile: Pile, who: Who) -> str | None:
    """A name for a question; none for pronouns that nobody resolved, numbers, and what is too long."""
    entity = pile.entity(who)
    words = balanced(" ".join((who.span.text if who.span else who.name).split()))
    if entity is not None and (_PRONOUN.match(words) or len(words) > _LONG_NAME or " " not in words):
        return None if _PRONOUN.match(entity.name) else entity.name
    words = _NOBODY.sub("anybody", words)
    if not words or _PRONOUN.match(words) or _BARE_NUMBER.match(words) or len(words) > _LONG_NAME:
        return None
    return lowered(f"the {words}" if _OF_A_LAND.fullmatch(words) else _ANY.sub("any ", words))


def _subject(pile: Pile, claim: Claim) -> str | None:
    """What stands right before the verb, be it who does it or to whom it happens ("the lorries came")."""
    text = pile.reports[claim.report].text
    whos = [who for who in (*claim.agent, *claim.patient) if who.span and who.span.end <= claim.trigger.start]
    spans = [who.span for who in whos if who.span]
    if any(who in claim.agent for who in whos) and any(who in claim.patient for who in whos):
        return None  # "the powder they stored"
    if not spans or not _STRAIGHT.fullmatch(text[max(span.end for span in spans) : claim.trigger.start]):
        return None
    subject = Span.of(text, min(span.start for span in spans), max(span.end for span in spans))
    return name_of(pile, whos[0] if len(whos) == 1 else Who(None, subject.text, subject))


def ask_by_verb(pile: Pile, claim: Claim, doer: str | None, *, given: bool = False) -> str:
    """The question by the claim's own verb; empty where its word for the deed is a noun, or pieces are missing. Of a
    doer that is `given` by other words the verb may be a participle ("accused of shelling")."""
    text = pile.reports[claim.report].text
    span, trigger = claim.spans[0], claim.trigger
    base = claim.predicate
    tail = _tail(text[trigger.end : max(trigger.end, span.end)])
    before = text[sentence_start(text, trigger.start) : trigger.start]
    if _PARTICIPLE.fullmatch(trigger.text) and not _AUXILIARY.search(before):
        return ""
    light = _LIGHT.search(before)
    if light and doer and tail and is_noun(claim, text, tail):
        return ended(f"Did {doer} {_LIGHT_OF[light['verb'].lower()]} {light['the'] or ''}{trigger.text} {tail}")
    if base in {"be", "have"} or is_noun(claim, text, tail):
        return ""
    be = _BE.search(before)
    going_on = trigger.text.lower().endswith("ing")
    if be and not going_on:
        name = _patient(pile, claim)
        if not name or _repeats(name, tail):
            return ""
        return ended(f"{be_of(name)} {name} {trigger.text.lower()} {tail}")
    if not doer or not (_is_active(claim, before) or (going_on and given)) or _repeats(doer, base):
        return ""
    tail = _without_particle(base, tail)
    if be and going_on and not given:
        return ended(f"{be_of(doer)} {doer} {trigger.text.lower()} {tail}") if not _repeats(doer, tail) else ""
    before_it = [who for who in claim.patient if who.span and who.span.start < trigger.end]
    if before_it and claim.agent and len(before_it) == len(claim.patient):
        tail = _patient(pile, claim) or ""
    tail = _NO.sub("", tail)
    if _PRONOUN.fullmatch(tail) or _TO_US.search(tail) or _IT.match(tail):
        return ""
    if base in _TRANSITIVE and (not tail or tail.split()[0].lower() in _NO_OBJECT):
        return ""
    if not tail and base not in _ALONE and not claim.place:
        return ""
    verb, _, particle = base.partition(" ")
    if particle and re.search(rf"\w {particle}$", tail):  # "gave himself up"
        base = verb
    return ended(f"Did {doer} {base} {tail}")


def _patient(pile: Pile, claim: Claim) -> str | None:
    if not claim.patient:
        return None
    return of_the_speaker(pile, claim, claim.patient[0]) or name_of(pile, claim.patient[0])


def be_of(name: str) -> str:
    """The form of "be" that a question about somebody begins with."""
    if name.startswith("any of "):
        return "Were"
    return "Were" if _MANY.search(re.split(r" (?:of|in|from|at) ", name)[0]) or " and " in name else "Was"


def _repeats(name: str, words: str) -> bool:
    """Whether some words say a name again, or are the verb of it ("shells shell")."""
    mine = {stem for word in name.split() for stem in stems(word)}
    return name.lower() in words.lower() or (" " not in words and words.lower() in mine)


def _tail(words: str) -> str:
    """What follows the verb, to the end of a phrase, without pronouns that point outside the question."""
    tail = _ONLY.sub("", _FOLLOWING.sub("", cut(words)))
    return trimmed(_POINTS_OUT.sub("", f" {tail}").split())


def _without_particle(lemma: str, tail: str) -> str:
    """What follows a verb without a particle that its lemma has ("burn down")."""
    particle = lemma.partition(" ")[2]
    return f"{tail} ".removeprefix(f"{particle} ").strip() if particle else tail


def _is_active(claim: Claim, before: str) -> bool:
    """Whether a verb stands behind its subject, so that it is no participle of another noun ("a passage opened for
    them") and no order or headline."""
    subjects = [who.span for who in claim.agent if who.span and who.span.end <= claim.trigger.start]
    if not subjects:
        return not any(who.span and who.span.start >= claim.trigger.end for who in claim.agent)
    near = max(span.end for span in subjects)
    between = before[len(before) - (claim.trigger.start - near) :] if claim.trigger.start - near <= len(before) else ""
    return not between.strip() or bool(_LEADS_ON.search(between) or _AND_OTHERS.fullmatch(between))


def is_noun(claim: Claim, text: str, tail: str) -> bool:
    """Whether the word for the deed is a noun ("the shelling of", "raids on"): a verb in its bare form stands only
    behind "to" or a negation, or takes an object."""
    word, base = claim.trigger.text.lower(), claim.predicate
    if word in {"set", "put", "let", "shut"}:
        return False
    if base.split()[0] not in set(stems(word)) and not _irregular(base, word):
        return True
    before = text[max(0, claim.trigger.start - 12) : claim.trigger.start].lower()
    if _DETERMINER.search(before) or tail.startswith("of "):
        return True
    bare = word in {base, f"{base}s", f"{base}es"}
    return bare and not _INFINITIVE.search(before) and (not tail or tail.split()[0].lower() in _PREPOSITIONS)


def _irregular(base: str, word: str) -> bool:
    """Whether a word may be a form of a verb with another vowel: "shot", "fought", "struck"."""
    word = word.lower()
    return " " not in word and word[:1] == base[:1] and not word.endswith(("ing", "ment", "ion", "s")) and word != base


def _by_state(pile: Pile, claim: Claim) -> str:
    """ "Was the truce in force from noon?" of "the truce was in force from noon"."""
    if claim.predicate not in {"be", "exist"} or claim.trigger.text.lower() not in {"was", "were", "is", "are"}:
        return ""
    text = pile.reports[claim.report].text
    if text[: claim.trigger.start].rstrip().lower().endswith("there"):
        thing = _patient(pile, claim)
        return ended(f"{claim.trigger.text.capitalize()} there {thing}") if thing else ""
    name, tail = _subject(pile, claim), _tail(text[claim.trigger.end : claim.spans[0].end])
    return ended(f"{claim.trigger.text.capitalize()} {name} {tail}") if name and tail else ""


def _by_noun(pile: Pile, claim: Claim) -> str:
    """ "Was there a raid on the port?" of "a raid on the port"."""
    text = pile.reports[claim.report].text
    before = _A.search(text, max(0, claim.trigger.start - _APART // 2), claim.trigger.start)
    if before is None or not is_noun(claim, text, "") or before.end() != claim.trigger.start:
        return ""
    tail = _WHEN.sub("", _tail(text[claim.trigger.end : max(claim.trigger.end, claim.spans[0].end)]))
    if tail and tail.split()[0].lower() not in _NO_OBJECT:
        return ""
    return ended(f"Was there {before.group().lower()}{claim.trigger.text} {tail}") if tail or claim.place else ""


def _quoted(pile: Pile, claim: Claim) -> str:
    """A claim in its own words, where these are a sentence: from its subject, which stands right before its verb, to
    the end of a phrase."""
    text = pile.reports[claim.report].text
    whos = [who.span for who in (*claim.agent, *claim.patient) if who.span and who.span.end <= claim.trigger.start]
    subject = max(whos, key=lambda span: span.end, default=None)
    if subject is None or claim.trigger.start - subject.end > _APART or is_noun(claim, text, ""):
        return ""
    if claim.polarity is not Polarity.POSITIVE:
        return ""
    between = text[subject.end : claim.trigger.start]
    if (
        re.search(r"[.;:\n]|\b(?:who|which|that)\b", between)
        or not _LEADS_ON.search(between)
        or _SUBORDINATE.match(f"{subject.text} ")
    ):
        return ""
    if not between.strip(" ,") and claim.trigger.text.lower().endswith("ing"):
        return ""
    tail = _tail(text[claim.trigger.end : max(claim.trigger.end, claim.spans[0].end)])
    if not between.strip(" ,") and _passive(claim, subject):
        # "a speech cribbed from another" is no sentence: whether it was is asked, or nothing
        name = _patient(pile, claim) if _BY.match(text, claim.trigger.end) else None
        return ended(f"{be_of(name)} {name} {claim.trigger.text.lower()} {tail}") if name and tail else ""
    words = " ".join(f"{balanced(text[subject.start : claim.trigger.end])} {tail}".split())
    nobody = _BARE_NUMBER.match(subject.text) or _PRONOUN.match(subject.text) or _NOBODY.match(subject.text)
    if nobody or len(words) > _QUOTED:
        return ""
    bare = not tail or (not between.strip() and tail.split()[0].lower() in _NO_OBJECT)
    return "" if bare and claim.predicate in _TRANSITIVE else f"Is it so that “{words.strip(' ,.;:')}”?"


def _passive(claim: Claim, subject: Span) -> bool:
    """Whether a participle stands right behind whom it was done to ("shells fired by the fleet")."""
    done_to = any(who.span and who.span.overlaps(subject) for who in claim.patient)
    before = any(who.span and who.span.end <= claim.trigger.start for who in claim.agent)
    return done_to and not before and claim.predicate not in _ALONE and claim.trigger.text.lower() not in _ENDS_ALIKE


def placed(pile: Pile, question: str, claims: list[Claim]) -> str:
    """The question with a place where it names none that the claims have."""
    names = [
        entity.name
        for claim in claims
        for who in claim.place
        if (entity := pile.entity(who)) and entity.kind is EntityKind.PLACE and entity.name in claim.spans[0].text
    ]
    if not names or any(name.lower() in question.lower() for name in names):
        return question
    return f"{question[:-1]} in {names[0]}?"


def somewhere(pile: Pile, question: str, *tellings: Telling) -> str:
    """A question without any name with the rarest place that all tellings share, or, of a thing, the only one told."""
    if " there " in question[:12] and not _NAMED.search(question):
        return f"{question[:-1]}{place_words(pile, *tellings)}?"
    if not question or _NAMED.search(question) or not any(telling.placed for telling in tellings):
        return question
    shared = frozenset.intersection(*(telling.places for telling in tellings))
    place = min(shared, key=lambda place: (pile.frequency[place], place), default=None)
    return f"{question[:-1]} in {pile.entities[place].name}?" if place else question


def ended(words: str) -> str:
    """Words as a question, cut at the end of a phrase where they are long; empty where they ask of nobody or are
    broken off: by a quotation mark without its other, a "not" of what is cut away, a whole sentence that "happens"."""
    words = " ".join(words.split())
    if words.lower().count("anybody") > 1:
        return ""  # "did anybody force anybody" asks nothing
    if len(words) > _MOST:
        words = trimmed(words[:_MOST].split()[:-1])
    words = words.rstrip(" .,;:") + "?"
    paired = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    return words if paired and not _BROKEN.search(words) else ""
