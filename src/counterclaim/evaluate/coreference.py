"""`counterclaim evaluate coreference DATA`: which words of a report mean the same, in the news of GUM.

DATA holds `data/gum_news/*.conllu`. Of GUM's chains those count that name a person, an organisation or a place at least
once, and of their mentions the names and personal pronouns. A mention of ours is GUM's if it covers a head word of it;
the smallest mention if several fit. What we take for a name where GUM has neither a proper noun nor a mention in these
chains is another thing (an adjective such as "Kenyan", an event) and does not count.

MUC counts links (Vilain and others 1995), B³ mentions (Bagga and Baldwin 1998), CEAF-e entities (Luo 2005), each over
all reports together.
"""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import networkx

from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import Annotations, Document, MentionForm, Report, UnreadableInput, Who

#: The types of GUM's entities that ours are of.
_TYPES = frozenset({"person", "organization", "place"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_MARK = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")
_TEXT = "# text = "
Chains = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of GUM: where it stands in the text, and its parts of speech (universal and Penn)."""

    start: int
    end: int
    universal: str
    penn: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention of GUM: the chain it belongs to, its type, where it stands, and its head words."""

    chain: str
    type: str
    start: int
    end: int
    heads: tuple[Token, ...]

    @property
    def named(self) -> bool:
        """Whether it is a name."""
        return any(head.universal == "PROPN" for head in self.heads)

    @property
    def pronoun(self) -> bool:
        """Whether it is a personal or possessive pronoun."""
        return len(self.heads) == 1 and self.heads[0].penn in _PRONOUNS and self._one_word

    @property
    def _one_word(self) -> bool:
        return (self.start, self.end) == (self.heads[0].start, self.heads[0].end)


@dataclass(slots=True)
class Gold:
    """One report of GUM as it was marked."""

    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    mentions: list[Marked] = field(default_factory=list)

    def chains(self) -> dict[str, list[Marked]]:
        """The chains that count, with the mentions of them that do."""
        found: dict[str, list[Marked]] = defaultdict(list)
        for mention in self.mentions:
            if mention.named or mention.pronoun:
                found[mention.chain].append(mention)
        return {
            chain: mentions
            for chain, mentions in found.items()
            if any(m.named for m in mentions) and mentions[0].type in _TYPES
        }


def evaluate_coreference(data: Path) -> Scored:
    """Annotate GUM's reports and score who is meant. Raises `UnreadableInput` where they are absent or broken."""
    from counterclaim.annotate import annotate  # loads the parser

    folder = next((f for f in (data / "data" / "gum_news", data / "gum_news", data) if any(f.glob("*.conllu"))), None)
    if folder is None:
        raise UnreadableInput(f"There are no *.conllu files of GUM in {data}: give a folder that holds data/gum_news.")
    pairs = []
    for path in sorted(folder.glob("*.conllu")):
        gold = read_conllu(path)
        report = _report(gold.text, path.stem)
        pairs.append(score_report(gold, annotate(report)))
    return Scored(table_of(pairs), {})


def _report(text: str, name: str) -> Report:
    from counterclaim.read import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        for item in read([str(path)]):
            if isinstance(item, Document) and item.report.text.startswith(text.strip()[:50]):
                return item.report
    raise UnreadableInput(f"The report {name} of GUM was not read as it stands: see read.")


def read_conllu(path: Path) -> Gold:
    """A report of GUM with its mentions, an empty line between paragraphs. Raises `UnreadableInput`."""
    gold = Gold()
    opened: dict[str, list[tuple[str, str, int, str]]] = defaultdict(list)
    at, fresh = 0, False
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# newpar"):
                fresh = True
            elif line.startswith(_TEXT):
                gold.text += ("\n\n" if fresh else " ") if gold.text else ""
                at, fresh = len(gold.text), False
                gold.text += line.removeprefix(_TEXT)
            elif line and not line.startswith("#"):
                columns = line.split("\t")
                if not columns[0].isdigit():
                    continue
                start = gold.text.index(columns[1], at)
                at = start + len(columns[1])
                gold.tokens.append(Token(start, at, columns[3], columns[4]))
                _marks(gold, opened, columns[9])
    except (OSError, ValueError, IndexError) as error:
        raise UnreadableInput(f"The report {path} of GUM cannot be read ({error}): fetch it anew.") from error
    return gold


def _marks(gold: Gold, opened: dict[str, list[tuple[str, str, int, str]]], misc: str) -> None:
    """Takes in where mentions begin and end at the last token: `GRP-etype-infstat-salience-centering-minspan-…`."""
    here = len(gold.tokens) - 1
    field_ = next((part.removeprefix("Entity=") for part in misc.split("|") if part.startswith("Entity=")), "")
    for opening, closed, closing in _MARK.findall(field_):
        if opening:
            chain, type_, _, _, _, heads = opening.split("-")[:6]
            opened[chain].append((chain, type_, here, heads))
        if closing or closed:
            chain, type_, first, heads = opened[closing or chain].pop()
            inside = gold.tokens[first : here + 1]
            words = tuple(inside[int(number) - 1] for number in heads.split(",") if int(number) <= len(inside))
            gold.mentions.append(Marked(chain, type_, inside[0].start, inside[-1].end, words or (inside[0],)))


@dataclass(frozen=True, slots=True)
class Pair:
    """The chains of one report as GUM has them and as they were found; mentions that are the same have one key."""

    gold: Chains
    found: Chains


def score_report(gold: Gold, found: Annotations) -> Pair:
    """What is to be compared in one report."""
    chains = gold.chains()
    counted = [mention for mentions in chains.values() for mention in mentions]
    keys = {mention: number for number, mention in enumerate(counted)}
    proper = [token for token in gold.tokens if token.universal == "PROPN"]
    ours: dict[str, set[Hashable]] = defaultdict(set)
    taken: set[Hashable] = set()
    for entity, start, end, pronoun in sorted(_mentions(found), key=lambda m: (m[1], m[2], m[0])):
        fits = [m for m in counted if any(start <= head.start < end for head in m.heads) and m.pronoun == pronoun]
        best = min(fits, key=lambda m: (m.end - m.start, m.start), default=None)
        if best is not None and keys[best] not in taken:
            taken.add(keys[best])
            ours[entity].add(keys[best])
        elif best is None and _counts(gold, proper, start, end, pronoun=pronoun):
            ours[entity].add((start, end))
    return Pair(
        tuple(frozenset(keys[m] for m in mentions) for mentions in chains.values()),
        tuple(frozenset(mentions) for mentions in ours.values()),
    )


def _counts(gold: Gold, proper: Iterable[Token], start: int, end: int, *, pronoun: bool) -> bool:
    """Whether a mention that is none of GUM's chains is wrong, and not merely of another sort: a proper noun in no
    mention of another type, or a pronoun."""
    if pronoun:
        return True
    other = [m for m in gold.mentions if m.named and m.type not in _TYPES and m.start <= start and end <= m.end]
    return not other and any(start <= token.start < end for token in proper)


def _mentions(found: Annotations) -> set[tuple[str, int, int, bool]]:
    """Names with the report's entity that they mean, and the pronouns that statements and claims resolve."""
    names = {
        (m.entity, m.span.start, m.span.end, False) for m in found.mentions if m.form is MentionForm.NAME and m.entity
    }
    pronouns = {
        (who.entity, who.span.start, who.span.end, True)
        for who in _whos(found)
        if who.entity
        and who.span
        and re.fullmatch(r"(?i)[a-z]{1,10}", who.span.text)
        and who.span.text.lower() in _WORDS
    }
    return {mention for mention in (*names, *pronouns) if mention[0]}


_WORDS = frozenset(
    """i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its itself
    they them their theirs themselves""".split()
)


def _whos(found: Annotations) -> Iterator[Who]:
    for statement in found.statements:
        yield from (*statement.sources, *statement.via, *statement.addressee)
    for claim in found.claims:
        yield from (*claim.agent, *claim.patient, *claim.place, *(part.who for part in claim.arguments))


def table_of(pairs: Sequence[Pair]) -> Table:
    """MUC, B³ and CEAF-e over some reports, and how many mentions were found at all."""
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    for name, of in (("mentions", _found), ("MUC", muc), ("B³", b_cubed), ("CEAF-e", ceaf_e)):
        parts = [of(pair) for pair in pairs]
        hit, gold, hit_found, ours = (sum(part[n] for part in parts) for n in range(4))
        recall, precision = _percent(hit, gold), _percent(hit_found, ours)
        f1 = None if recall is None or precision is None else _harmonic(recall, precision)
        rows.append((name, recall, precision, f1))
        key = name.lower().replace("³", "3").replace("-", "_")
        scores |= {f"coreference.{key}.f1": f1} if f1 is not None else {}
    columns = ("measure", "recall", "precision", "F1")
    return Table(f"Names and their pronouns in {len(pairs)} reports of GUM", columns, tuple(rows), scores)


def _percent(part: float, whole: float) -> float | None:
    return 100 * part / whole if whole else None


def _harmonic(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


#: What was found of gold, all gold, what is right of what was found, all that was found.
_Counts = tuple[float, float, float, float]


def _found(pair: Pair) -> _Counts:
    gold, ours = ({mention for chain in chains for mention in chain} for chains in (pair.gold, pair.found))
    both = len(gold & ours)
    return both, len(gold), both, len(ours)


def muc(pair: Pair) -> _Counts:
    """Links of each side that the other side has too."""
    return (*_links(pair.gold, pair.found), *_links(pair.found, pair.gold))


def _links(chains: Chains, others: Chains) -> tuple[float, float]:
    of = {mention: number for number, chain in enumerate(others) for mention in chain}
    kept = sum(len(chain) - len({of.get(mention, ("alone", mention)) for mention in chain}) for chain in chains)
    return kept, sum(len(chain) - 1 for chain in chains)


def b_cubed(pair: Pair) -> _Counts:
    """For each mention the share of its chain that its chain on the other side has too."""
    return (*_shares(pair.gold, pair.found), *_shares(pair.found, pair.gold))


def _shares(chains: Chains, others: Chains) -> tuple[float, float]:
    of: Mapping[Hashable, frozenset[Hashable]] = {mention: chain for chain in others for mention in chain}
    kept = sum(len(chain & of.get(mention, frozenset())) / len(chain) for chain in chains for mention in chain)
    return kept, sum(map(len, chains))


def ceaf_e(pair: Pair) -> _Counts:
    """Entities put to one another one to one, so that they share most; each pair counts what it shares (φ4)."""
    graph: networkx.Graph[tuple[str, int]] = networkx.Graph()
    for g, gold in enumerate(pair.gold):
        for f, found in enumerate(pair.found):
            if gold & found:
                graph.add_edge(("gold", g), ("found", f), weight=2 * len(gold & found) / (len(gold) + len(found)))
    like = sum(graph.edges[edge]["weight"] for edge in sorted(map(sorted, networkx.max_weight_matching(graph))))
    return like, len(pair.gold), like, len(pair.found)
