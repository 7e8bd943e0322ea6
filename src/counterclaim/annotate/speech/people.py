"""Who can be the source of words: a test on the head of a noun phrase, from its entity label and its form."""

from __future__ import annotations

import re

from counterclaim.annotate.speech.tree import Tree

_SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PERSONAL = frozenset(
    "i we you he she they who whom whoever everyone everybody someone somebody anyone anybody nobody one some many "
    "others most few several both all another none".split()
)
_PEOPLE = frozenset(
    """aide ally activist advocate adviser advisor agency agent ambassador analyst army attorney author authority
    board body bureau cabinet campaign candidate captain caller cardinal chair chairman chairwoman chancellor
    chief citizen civilian clan clergy cleric coach coalition colleague colonel columnist commander commission
    committee community company congress congressman congresswoman conservative correspondent council counsel couple
    country court coordinator critic crowd delegate delegation democrat department deputy diplomat director dissident
    doctor economist editor embassy employee envoy executive expert faction family fan father fighter firm force foe
    friend general government governor group guerrilla guest head historian host household husband individual
    intellectual
    interviewer investigator jihadist journalist judge jury justice king labor lawmaker lawyer leader leadership liberal
    lieutenant
    major majority man manager marine mayor mediator medic member militant military militia minister ministry
    moderator monitor mother movement nation neighbor neighbour network newspaper nominee nun observer office officer
    official ombudsman operative opponent opposition organisation organization outlet owner panel parent
    parliament participant
    party patient patriarch people person physician pilot player police policeman politician pollster pope
    population premier president priest prince princess principal prisoner professor prosecutor protester protestor
    public pundit queen rebel refugee regime relative reporter representative republican researcher resident rival
    scholar scientist secretary senator service side sister brother daughter son wife
    soldier source speaker spokesman spokesperson spokeswoman squad staff staffer state station strategist student
    supporter surrogate teacher team television troop trustee union veteran victim viewer village villager vendor
    volunteer voter warden watchdog witness woman worker writer youth mediator co-chair ngo
    congregation regulator insurgent traveler mourner reader""".split()
)
_TEXTS = frozenset(
    """account ad advertisement affidavit analysis announcement article audit autopsy bill biography book brief
    broadcast bulletin cable commentary communique communiqué complaint constitution data dispatch document
    documentary draft editorial email e-mail evidence essay fact figure filing finding footage guideline headline
    indictment interview investigation journal law lawsuit leaflet letter magazine map media memo memoir memorandum
    message
    motion note notice opinion order paper pamphlet petition platform poll post poster press
    projection proposal publication radio reading reading record recording release report research resolution result
    review ruling sign slogan statement statistic story study subpoena summary survey testimony text transcript treaty
    tweet verdict video website letter legislation agreement banner count tally model estimate tv news numbers
    source statistics""".split()
)
_QUANTITIES = frozenset(
    "percent half third quarter majority minority number lot hundred thousand dozen score pair trio plurality share".split()
)
_AGENT_SUFFIX = re.compile(r"(?:ists?|ians?|[a-z]{3}ers?|[a-z]{3}ors?|m[ae]n|wom[ae]n|people|persons?|ees?)$")
#: Nouns that look like agents and are things.
_THINGS = frozenset(
    """number matter power order paper letter order weather winter summer water computer factor sector error border
    center centre chapter character corner danger disaster encounter figure fire hour layer manner measure
    quarter shoulder silver tower transfer user-interface october november december september answer behavior honor
    humor labor minor mirror motor rumor terror tumor vector committee-meeting fee tree degree guarantee coffee
    specimen omen regimen abdomen career cancer gender offer trigger matter river
    deal trailer barrier carrier rocket launcher bomber cluster charter banner tender murder thunder wonder
    behaviour harbor harbour favour favor""".split()
)


def may_speak(tree: Tree, token: int) -> bool:
    """Whether the noun phrase headed by `token` can say something: a person, group, organisation or state."""
    lower = tree.lower[token]
    if tree.pos[token] == "PRON" or tree.tag[token] in ("PRP", "WP"):
        return lower in _PERSONAL
    if tree.entity[token] in _SPEAKING_ENTITIES:
        return True
    lemma = tree.lemma[token]
    if lemma in _QUANTITIES or tree.pos[token] == "NUM":
        of = next((p for p in tree.dependents(token, "prep") if tree.lower[p] == "of"), None)
        counted = tree.dependent(of, "pobj") if of is not None else None
        return counted is None or may_speak(tree, counted)
    if tree.pos[token] == "PROPN" and not tree.entity[token]:
        return True
    if lower in _PERSONAL or lemma in _PEOPLE or lower in _PEOPLE:
        return True
    if lemma in _THINGS:
        return False
    return tree.pos[token] in ("NOUN", "PROPN", "ADJ") and bool(_AGENT_SUFFIX.search(lower))


def may_testify(tree: Tree, token: int) -> bool:
    """Whether it can speak or is a text that holds words: a report, a poll, a law."""
    return tree.lemma[token] in _TEXTS or tree.lower[token] in _TEXTS or may_speak(tree, token)


def is_text(tree: Tree, token: int) -> bool:
    """Whether `token` names something that holds words."""
    return tree.lemma[token] in _TEXTS
