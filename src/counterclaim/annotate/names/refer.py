"""Who is meant by words of a report: a name, a title, a description, a pronoun, a capital that stands for a state.

Only what is plain is resolved; the rest keeps the report's own words. A pronoun is resolved for the reader of
`Names.who`, who knows which statement it stands in: "he" inside somebody's indirect words is most often that
speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from counterclaim.annotate.names.cluster import Cluster
from counterclaim.annotate.names.find import Found
from counterclaim.annotate.names.gender import may_be
from counterclaim.annotate.names.words import FORCES, LOCATIVE, OFFICES, ORGANIZATION_WORDS, office_of
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import Country, country_named, country_of_capital, country_of_demonym
from counterclaim.records import (
    EntityKind,
    LocalEntity,
    Mention,
    Span,
    Who,
    content_id,
)

_HE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_I = frozenset({"i", "me", "my", "mine", "myself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_HIM = frozenset({"he", "him", "his", "himself"})
#: How far from a name its description may stand, in characters, and how it leads to the name or follows it.
_DESCRIBED = 60
_LEADS_TO_NAME = re.compile(r"\b[a-z-]+,? $")
_OF_OTHERS = re.compile(r"\b(?:who|whose|with)\b")
_BESIDE_NAME = re.compile(r", (?:his|her|the|an?) [a-z][^,.;]{2,50},")
#: Verbs of people who speak.
_SPEAKS = frozenset("said says told added confirmed denied acknowledged stressed".split())
_OF_ARMIES = frozenset({"the", "army", "arab", "national", "federal", "royal", "regular"})
#: How far back "the ministry" looks where a report names several, in tokens: about two sentences of news.
_JUST_BEFORE = 50
_AFTER_HEAD = re.compile(r"(?<=\w)\s(?:of|for|in|on)\s")
PRONOUNS = _HE | _I | _WE | _THEY | _IT
_PLACED = frozenset("in at near off around outside inside across throughout".split())
_BODIES = frozenset({EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.GROUP})
#: Bodies whose name is a state and a plural noun ("Kenyan troops"): they get an entity of their own in a report.
GROUP_NOUNS = FORCES - {"side", "delegation"}


def head_noun(name: str) -> str:
    """The noun that the name of an organisation hangs on, in lower case: "observatory" of "Observatory for Trees"."""
    return _AFTER_HEAD.split(name.lower())[0].split()[-1]


def _of_a_state(name: str) -> bool:
    """Whether an army's name says no more than whose army it is: "the army" of a report is no group that calls itself
    "Free Army" or "Army of the North"."""
    words = [word for word in name.lower().split() if word not in _OF_ARMIES]
    return all(country_of_demonym(word) for word in words) or country_named(" ".join(words)) is not None


@dataclass(slots=True)
class Names:
    """The names of a parsed report, and what its words refer to."""

    parsed: Parsed
    clusters: list[Cluster]
    entities: dict[str, LocalEntity]
    mentions: list[Mention] = field(default_factory=list)
    #: Where bearers of a post of a body are named: the token, the entity, the noun's singular.
    bearers: list[tuple[int, str, str]] = field(default_factory=list)
    _at: dict[int, tuple[str, Found]] = field(default_factory=dict)
    _state: dict[str, str] = field(default_factory=dict)

    def at(self, token: Token) -> str | None:
        """The id of the entity whose name this token is part of, demonyms not counted."""
        hit = self._at.get(token.i)
        return hit[0] if hit and not hit[1].demonym else None

    def named_in(self, start: int, end: int, kinds: frozenset[EntityKind] = frozenset(EntityKind)) -> Iterator[str]:
        """The entities of these kinds named between two tokens, in order, each once."""
        seen = set()
        for i in range(start, end):
            hit = self._at.get(i)
            if hit and not hit[1].demonym and hit[0] not in seen and self.entities[hit[0]].kind in kinds:
                seen.add(hit[0])
                yield hit[0]

    def country_at(self, token: Token) -> Country | None:
        """The country that a token names, as its name or that of its people."""
        hit = self._at.get(token.i)
        return hit[1].country if hit else None

    def state_of(self, country: Country | None) -> str | None:
        """The entity of a country that the report speaks of."""
        return self._state.get(country.code) if country else None

    def who(self, head: Token, span: Span, speaker: Who | None = None, *, quoted: bool = False) -> Who:
        """Who is meant by the noun phrase with this head. `speaker` is whose words it stands in, `quoted` whether
        these are the speaker's very words, in which "he" is somebody else."""
        entity = self._resolve(head, speaker, quoted)
        name = self.entities[entity].name if entity else span.text
        return Who(entity, name, span)

    def _resolve(self, head: Token, speaker: Who | None, quoted: bool) -> str | None:
        hit = self._at.get(head.i)
        if hit is not None:
            return self._standing_for(head, hit[0])
        word = head.lower_
        if word in PRONOUNS:
            return self.pronoun(head, speaker, quoted)
        if word in GROUP_NOUNS or head.lemma_.lower() in GROUP_NOUNS:
            return self.named_by_noun(head) if word in ORGANIZATION_WORDS else None
        if office_of(word):
            return self._bearer(head, speaker)
        return self.named_by_noun(head) if word in ORGANIZATION_WORDS else None

    def standing_for(self, token: Token) -> str | None:
        """The entity named at a token, a capital that acts taken for its state."""
        entity = self.at(token)
        return self._standing_for(token, entity) if entity is not None else None

    def _standing_for(self, head: Token, entity: str) -> str:
        """A capital that acts stands for its state ("Nairobi said"), one in which something is stays a place."""
        country = country_of_capital(head.text)
        if country is None or self.entities[entity].kind is not EntityKind.PLACE:
            return entity
        placed = head.dep_ == "pobj" and head.head.lower_ in LOCATIVE
        return entity if placed else (self.state_of(country) or entity)

    def named_by_noun(self, head: Token) -> str | None:
        """ "The ministry", "the general staff": the one organisation whose name ends in these words, so far in the
        report or, where there are several, in the sentences just before."""
        lefts = [w.lower_ for w in head.lefts]
        if lefts[:1] != ["the"] or any(child.dep_ == "prep" for child in head.children):
            return None
        named = [
            (item.start, group)
            for group in self.clusters
            if group.kind is EntityKind.ORGANIZATION and head_noun(group.names[0]) == head.lower_
            if set(lefts[1:]) <= set(group.names[0].lower().split())
            if head.lower_ != "army" or _of_a_state(group.names[0])
            for item in group.found
            if item.start < head.i
        ]
        for reach in (len(self.parsed.doc), _JUST_BEFORE):
            fits = {self._id(group) for start, group in named if head.i - start <= reach}
            if len(fits) == 1:
                return fits.pop()
        return None

    def _bearer(self, head: Token, speaker: Who | None) -> str | None:
        """The one who bears the office that a description names ("the Kenyan prime minister", "the president"); of
        several the one who is speaking."""
        for child in head.children:  # "the president, Jane Doe"
            if child.dep_ == "appos" and (hit := self._at.get(child.i)) and self._is_person(hit[0]):
                return hit[0]
        words = {w.lower_ for w in head.lefts if w.dep_ in {"compound", "amod"}} | {office_of(head.lower_)}
        country = next((c for w in head.lefts if (c := self.country_at(w))), None)
        if any(child.dep_ == "prep" and child.lower_ == "of" for child in head.children):
            return None
        fits = []
        for group in self.clusters:
            titles = {frozenset(office_of(w) or w for w in title.lower().split()) for title in group.titles}
            wanted = frozenset(w for w in words if w in OFFICES or w in {"prime", "foreign", "defence", "defense"})
            if any(wanted <= title for title in titles) and (
                country is None or group.title_country is None or group.title_country.code == country.code
            ):
                fits.append(group)
        known = [g for g in fits if country is not None and g.title_country is not None] or fits
        if speaker is not None and any(self._id(group) == speaker.entity for group in known):
            return speaker.entity
        before = [g for g in known if min(item.start for item in g.found) < head.i]
        if len(known) == 1:
            return self._id(known[0])
        if len(before) > 1 and country is None:
            latest = max(before, key=lambda g: max(item.start for item in g.found if item.start < head.i))
            return self._id(latest)
        return self._id(before[0]) if len(before) == 1 else None

    def _is_person(self, entity: str) -> bool:
        return self.entities[entity].kind is EntityKind.PERSON

    def _id(self, group: Cluster) -> str:
        return content_id("entity", self.parsed.report.id, group.key)

    def pronoun(self, token: Token, speaker: Who | None, quoted: bool) -> str | None:
        """The entity a pronoun means, or None where that is not plain."""
        word = token.lower_
        speaking = speaker.entity if speaker else None
        if word in _I:
            return speaking
        if word in _WE:
            return self._side_of(speaking)
        if word in _HE:
            if quoted:
                return self._recent(token, person=True, but=speaking)
            if speaking and self._is_person(speaking) and not self._is_bound(token, speaking):
                described = self._described(speaker)
                if re.search(rf"\b{'his' if word in _HIM else 'her'} [a-z]", described, re.I):
                    return self._recent(token, person=True, but=speaking)
                return speaking if may_be(word, described) else None
            return self._recent(token, person=True)
        return self._same_sentence_body(token) if word in _IT | _THEY else None

    def _same_sentence_body(self, token: Token) -> str | None:
        """The state or body that is the subject before "it" or "they" in the same sentence."""
        for i in range(token.i - 1, token.sent.start - 1, -1):
            hit = self._at.get(i)
            if hit and self.parsed.doc[i].dep_ in {"nsubj", "nsubjpass"} and not hit[1].demonym:
                entity = self._standing_for(self.parsed.doc[i], hit[0])
                if self._is_bound(token, hit[0]):
                    return None
                return entity if self.entities[entity].kind in _BODIES else None
        return None

    def _side_of(self, entity: str | None) -> str | None:
        """ "We" of somebody who speaks for a state means that state; of a body, the body."""
        if entity is None:
            return None
        local = self.entities.get(entity)
        if local is None or local.kind is not EntityKind.PERSON or not local.titles or local.side is None:
            return entity
        return self._state.get(local.side, entity)

    def _is_bound(self, token: Token, entity: str) -> bool:
        """An object cannot mean the subject of its own clause ("Doe asked him")."""
        if token.dep_ not in {"dobj", "dative", "pobj", "obj"} or token.lower_ in {"himself", "herself"}:
            return False
        verb = token.head
        while verb.pos_ == "ADP" and verb.head != verb:
            verb = verb.head
        return any(
            child.dep_ in {"nsubj", "nsubjpass"} and (hit := self._at.get(child.i)) and hit[0] == entity
            for child in verb.children
        )

    def _described(self, speaker: Who | None) -> str:
        """The words for who speaks, with what describes the name: "His lawyer, Ann Orr", "the wife of the mayor, Ann
        Orr"."""
        if speaker is None or speaker.span is None:
            return ""
        text, start, end = self.parsed.report.text, speaker.span.start, speaker.span.end
        before = re.split(r"[.;:\n\"“”]", text[max(0, start - _DESCRIBED) : start])[-1]
        behind = _BESIDE_NAME.match(text[end : end + _DESCRIBED])
        name = _OF_OTHERS.split(speaker.span.text)[0]
        return f"{before if _LEADS_TO_NAME.search(before) else ''}{name}{behind[0] if behind else ''}"

    def _may_be_surname(self, at: int, entity: str) -> bool:
        """Whether a body of one word speaks: a surname whose bearer the report does not introduce is taken for one
        ("Orlan said that five died. She said …")."""
        local, token = self.entities[entity], self.parsed.doc[at]
        bare = local.kind is EntityKind.ORGANIZATION and token.text.isalpha() and token.text.istitle()
        alone = " " not in local.name and local.name == token.text and not any(True for _ in token.lefts)
        return bare and alone and token.dep_ == "nsubj" and token.head.lower_ in _SPEAKS

    def _recent(self, token: Token, *, person: bool, but: str | None = None) -> str | None:
        """The last person named as a subject before this, in this sentence or the three before it; else the only
        person named there."""
        start = token.sent.start
        for _ in range(3):
            if start > 0:
                start = self.parsed.doc[start - 1].sent.start
        named: list[str] = []
        for i in range(token.i - 1, start - 1, -1):
            hit = self._at.get(i)
            if hit is None or hit[0] == but:
                continue
            if person and not self._is_person(hit[0]) and not self._may_be_surname(i, hit[0]):
                continue
            if self._is_bound(token, hit[0]):
                continue
            if self.parsed.doc[i].dep_ in {"nsubj", "nsubjpass"}:
                return hit[0]
            if person and self.parsed.doc[i].dep_ == "pobj" and self.parsed.doc[i].head.lower_ in _PLACED:
                continue  # "near", "off" a name somebody hardly is, whatever the model takes it for
            named.append(hit[0])
        return named[0] if len(set(named)) == 1 else None
