"""Reports with their annotations, made by hand from the words of a text.

A `Paper` is one report while it is being annotated: each method adds one record and looks its span up in the text,
so that no offset is written down anywhere. Names, states and events are invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.link import link
from counterclaim.records import (
    Act,
    Annotations,
    Argument,
    Claim,
    Dispute,
    EntityKind,
    Figure,
    Happened,
    Judgement,
    Links,
    LocalEntity,
    Manner,
    Mention,
    MentionForm,
    Modality,
    Passage,
    PassageKind,
    Polarity,
    Process,
    Report,
    Slot,
    Span,
    Statement,
    TimeExpression,
    TimexType,
    Unnamed,
    Who,
    content_id,
    report_id,
)


@dataclass
class Paper:
    """One report and what was found in it so far."""

    text: str
    published: str | None = "2021-05-04"
    outlet: str = "Coast Herald"
    entities: dict[str, LocalEntity] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    @property
    def report(self) -> Report:
        """The report, one paragraph long."""
        return Report(
            id=report_id(self.outlet, None, self.published, None, self.text),
            path=None,
            row=None,
            key=None,
            url=None,
            outlet=self.outlet,
            title=None,
            byline=None,
            credit=None,
            dateline=None,
            published=self.published,
            published_from=None,
            dates=(),
            language="en",
            text=self.text,
            sha256="",
            passages=(Passage(0, len(self.text), self.text, PassageKind.PARAGRAPH),) if self.text else (),
        )

    @property
    def found(self) -> Annotations:
        """What was found in it."""
        return Annotations(
            report=self.report.id,
            entities=tuple(self.entities.values()),
            mentions=tuple(self.mentions),
            times=tuple(self.times),
            statements=tuple(self.statements),
            claims=tuple(self.claims),
            figures=tuple(self.figures),
        )

    def span(self, words: str) -> Span:
        """Where these words stand first."""
        start = self.text.index(words)
        return Span.of(self.text, start, start + len(words))

    def who(
        self,
        name: str,
        kind: EntityKind = EntityKind.PERSON,
        *,
        side: str | None = None,
        titles: tuple[str, ...] = (),
        names: tuple[str, ...] = (),
    ) -> Who:
        """An entity of this report, mentioned wherever one of its names stands (the longest first)."""
        report = self.report.id
        id_ = content_id("entity", report, name)
        if id_ not in self.entities:
            for spelling in sorted({name, *names}, key=lambda n: (-len(n), n)):
                at = self.text.find(spelling)
                while at >= 0:
                    span = Span.of(self.text, at, at + len(spelling))
                    if not any(m.span.overlaps(span) for m in self.mentions):
                        self.mentions.append(
                            Mention(content_id("mention", report, at), report, id_, span, MentionForm.NAME)
                        )
                    at = self.text.find(spelling, at + 1)
            count = sum(m.entity == id_ for m in self.mentions)
            country = side if side and side.isupper() else None
            self.entities[id_] = LocalEntity(id_, report, name, kind, (name, *names), titles, country, count, side)
        return Who(id_, name)

    def state(self, name: str, code: str) -> Who:
        """A state of this report."""
        return self.who(name, EntityKind.STATE, side=code)

    def place(self, name: str) -> Who:
        """A place of this report."""
        return self.who(name, EntityKind.PLACE)

    def unnamed(self, words: str, kind: Unnamed | None = Unnamed.OFFICIAL) -> Who:
        """A source that is not named."""
        return Who(None, words, self.span(words), kind)

    def says(self, words: str, *sources: Who, cue: str | None = "said", act: Act = Act.ASSERT) -> Statement:
        """What somebody says."""
        return self._state(words, sources, cue, act, Manner.INDIRECT)

    def tells(self, words: str) -> Statement:
        """What the outlet tells in its own voice."""
        return self._state(words, (Who(None, self.outlet),), None, Act.ASSERT, Manner.NARRATION)

    def _state(self, words: str, sources: tuple[Who, ...], cue: str | None, act: Act, manner: Manner) -> Statement:
        content = self.span(words)
        statement = Statement(
            id=content_id("statement", self.report.id, content.start, content.end, manner.value),
            report=self.report.id,
            parent=None,
            manner=manner,
            act=act,
            sources=sources,
            via=(),
            cue=self.span(cue) if cue else None,
            content=(content,),
        )
        self.statements.append(statement)
        return statement

    def claim(
        self,
        statement: Statement,
        predicate: str,
        trigger: str,
        *,
        agent: Sequence[Who] = (),
        patient: Sequence[Who] = (),
        place: Sequence[Who] = (),
        theme: str | None = None,
        time: str | None = None,
        polarity: Polarity = Polarity.POSITIVE,
        modality: Modality = Modality.FACT,
    ) -> Claim:
        """A claim over all the words of a statement."""
        words = statement.content[0]
        at = words.start + words.text.index(trigger)
        span = Span.of(self.text, at, at + len(trigger))
        claim = Claim(
            id=content_id("claim", statement.id, predicate, at),
            report=self.report.id,
            statement=statement.id,
            event=None,
            predicate=predicate,
            trigger=span,
            agent=tuple(agent),
            agent_any=False,
            patient=tuple(patient),
            place=tuple(place),
            arguments=(Argument("theme", Who(None, theme)),) if theme else (),
            time=time,
            time_id=None,
            figure=None,
            polarity=polarity,
            modality=modality,
            spans=(words,),
        )
        self.claims.append(claim)
        return claim

    def figure(
        self,
        claim: Claim,
        words: str,
        low: float | None,
        best: float | None,
        high: float | None,
        *,
        of: str = "people",
        happened: Happened = Happened.KILLED,
        approximate: bool = False,
        part_of: str | None = None,
    ) -> Figure:
        """A count in a claim."""
        span = self.span(words)
        figure = Figure(
            id=content_id("figure", self.report.id, span.start),
            report=self.report.id,
            statement=claim.statement,
            claim=claim.id,
            span=span,
            low=low,
            best=best,
            high=high,
            approximate=approximate,
            of=of,
            happened=(happened,),
            part_of=part_of,
        )
        self.figures.append(figure)
        self.claims = [replace(c, figure=figure.id) if c.id == claim.id else c for c in self.claims]
        return figure

    def time(self, words: str, value: str) -> TimeExpression:
        """A date of this report."""
        span = self.span(words)
        time = TimeExpression(
            content_id("time", self.report.id, span.start), self.report.id, span, TimexType.DATE, value
        )
        self.times.append(time)
        return time


def linked(*papers: Paper, judged: Iterable[Judgement] = ()) -> Links:
    """The links of these papers, in the order given."""
    return link([p.report for p in papers], {p.report.id: p.found for p in papers}, tuple(judged), reading=False)


def compared(links: Links, slot: Slot) -> list[Judgement]:
    """The comparisons made in one slot, conflicts and near misses alike."""
    return [judgement for judgement in links.judgements if judgement.slot is slot]


def processes(*papers: Paper) -> list[Process]:
    """The processes of these papers."""
    return list(linked(*papers).processes)


def states(process: Process) -> list[tuple[str, str | None]]:
    """The states of a process with their dates."""
    return [(step.state.value, step.date) for step in process.states]


def disputed(links: Links, slot: Slot) -> list[Dispute]:
    """The disputes in one slot."""
    return [dispute for dispute in links.disputes if dispute.slot is slot]


def proposal(
    proposer: str,
    asked: str,
    *,
    speaker: str | None = None,
    outlet: str = "Coast Herald",
    published: str | None = "2021-05-04",
    time: str | None = None,
    theme: str = "truce",
) -> Paper:
    """A report in which somebody (or the outlet) says that one of two states asked the other for something."""
    asks = f"{proposer} asked {asked} for a {theme}"
    paper = Paper(f"{asks}, {speaker} said." if speaker else f"{asks}.", published, outlet)
    agent, patient = paper.state(proposer, proposer.lower()), paper.state(asked, asked.lower())
    statement = paper.says(asks, paper.who(speaker)) if speaker else paper.tells(asks)
    paper.claim(statement, "propose", "asked", agent=[agent], patient=[patient], theme=theme, time=time)
    return paper


def count(
    number: int,
    *,
    bound: str = "",
    speaker: str = "the hospital",
    place: str = "Dorvik",
    of: str = "people",
    how: str = "shelling",
    time: str | None = "2021-05-03",
    outlet: str = "Coast Herald",
    published: str | None = "2021-05-04",
    happened: Happened = Happened.KILLED,
    part_of: str | None = None,
) -> Paper:
    """A report in which a body says how many were harmed in one place."""
    words = f"{bound} {number} {of}".strip()
    content = f"{words} were {happened.value} by {how} in {place}"
    paper = Paper(f"{content}, {speaker} said.", published, outlet)
    where = paper.place(place)
    statement = paper.says(content, paper.who(speaker, EntityKind.ORGANIZATION))
    claim = paper.claim(statement, "kill", happened.value, patient=[Who(None, words)], place=[where], time=time)
    low, best, high = {
        "": (number, number, number),
        "at least": (number, number, None),
        "about": (None, number, None),
        "up to": (None, None, number),
    }[bound]
    paper.figure(claim, words, low, best, high, of=of, happened=happened, approximate=bound == "about", part_of=part_of)
    return paper
