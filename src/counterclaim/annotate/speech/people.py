"""Who can be the source of words: a test on the head of a noun phrase, from its entity label and its form.

General English nouns by what they name; nothing here knows anybody in particular.
"""

from __future__ import annotations

import re

from counterclaim.annotate.names.words import OFFICES
from counterclaim.annotate.speech.tree import Tree

_SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PERSONAL = frozenset(
    """i we you he she they who whom whoever everyone everybody someone somebody anyone anybody nobody one some many
    others most few several both all another none""".split()
)
#: Persons and bodies of persons that their ending does not give away (see `_AGENT_SUFFIX`).
_PEOPLE = frozenset(
    """advocate agency agent aide ally analyst army attorney authority baron bishop board body broadcaster brother
    bureau cabinet caliph campaign candidate captain cardinal chair chancellor channel chief citizen clan clergy
    cleric co-chair coach coalition colleague colonel command commission committee community company congregation
    congress conservative correspondent council counsel country couple court critic crowd daughter delegate
    delegation democrat department deputy diplomat dissident doctor duke embassy emir envoy executive expert
    faction family fan father firm foe force friend general government group guerrilla guest head host household
    husband imam individual insurgent intellectual jihadist journalist judge jury justice king kingdom labor
    leadership liberal lieutenant major marine mayor media mediator medic militant military militia minister
    ministry monarch monitor monk mother movement mp nation neighbor neighbour network newspaper ngo nominee nun
    observatory office official ombudsman operative opponent opposition organisation organization outlet panel
    parent parliament participant party patient patriarch people person physician pilot police politician pope
    population premier president press priest prince princess principal public pundit queen rabbi rebel refugee
    regime relative representative republic republican resident rival scholar secretary senate service sibling side
    sister son source spy squad staff state station strategist student sultan surrogate tabloid team television
    troop trustee union veteran victim village warden watchdog website weekly wife witness youth""".split()
)
#: Texts and other bearers of words.
_TEXTS = frozenset(
    """account ad advertisement affidavit agreement analysis announcement article audit autopsy banner bill biography
    book brief broadcast bulletin cable commentary communique communiqué complaint constitution count data dispatch
    document documentary draft editorial email e-mail essay estimate evidence fact figure filing finding footage
    guideline headline indictment interview investigation journal law lawsuit leaflet legislation letter magazine map
    memo memoir memorandum message model motion note notice opinion order pamphlet paper petition platform poll post
    poster projection proposal publication radio reading record recording release report research resolution result
    review ruling sign slogan statement statistic story study subpoena summary survey tally testimony text transcript
    treaty tv tweet verdict video news""".split()
)
_QUANTITIES = frozenset(
    """percent half third quarter majority minority number lot hundred thousand dozen score pair trio plurality
    share""".split()
)
_AGENT_SUFFIX = re.compile(r"(?:ists?|ians?|[a-z]{3}ers?|[a-z]{3}ors?|m[ae]n|wom[ae]n|persons?|ees?)$")
#: Nouns with such an ending that name things.
_THINGS = frozenset(
    """number matter power order paper letter weather winter summer water computer factor sector error border center
    centre chapter character corner danger disaster encounter figure fire hour layer manner measure quarter shoulder
    silver tower transfer october november december september answer behavior behaviour honor humor labor minor mirror
    motor rumor terror tumor vector fee tree degree guarantee coffee specimen omen regimen abdomen career cancer gender
    offer trigger river barrier carrier rocket launcher bomber cluster charter banner tender murder thunder wonder
    trailer harbor harbour favor favour corridor shelter counter charger parameter meter folder""".split()
)


def may_speak(tree: Tree, token: int) -> bool:
    """Whether the noun phrase headed by `token` can say something: a person, group, organisation or state."""
    lower, lemma = tree.lower[token], tree.lemma[token]
    if tree.pos[token] in ("PRON", "DET") or lower in ("a", "an", "the"):
        return lower in _PERSONAL
    if tree.entity[token] in _SPEAKING_ENTITIES:
        return True
    if lemma in _QUANTITIES or tree.pos[token] == "NUM":
        of = next((p for p in tree.dependents(token, "prep") if tree.lower[p] == "of"), None)
        counted = tree.dependent(of, "pobj") if of is not None else None
        return tree.dep[token] in ("nsubj", "nsubjpass") if counted is None else may_speak(tree, counted)
    if lower in _PERSONAL or lemma in _PEOPLE or lower in _PEOPLE:
        return True
    if tree.pos[token] == "PROPN":
        return not tree.entity[token]
    return lemma not in _THINGS and tree.pos[token] in ("NOUN", "ADJ") and bool(_AGENT_SUFFIX.search(lower))


def is_people(tree: Tree, token: int) -> bool:
    """Whether a word itself, and no entity label, names people or a body of them: "Minister", "medics"."""
    lower, lemma = tree.lower[token], tree.lemma[token]
    return lemma in _PEOPLE or lower in _PEOPLE or (lower not in _THINGS and bool(_AGENT_SUFFIX.search(lower)))


def is_text(tree: Tree, token: int) -> bool:
    """Whether `token` names something that holds words: a report, a poll, a law."""
    return tree.lemma[token] in _TEXTS or tree.lower[token] in _TEXTS


def may_testify(tree: Tree, token: int) -> bool:
    """Whether it can speak or holds words."""
    return is_text(tree, token) or may_speak(tree, token)


def is_office_holder(tree: Tree, token: int) -> bool:
    """Whether a word is what one person is by his office: "commander", "minister"."""
    return tree.tag[token] == "NN" and tree.lemma[token] in OFFICES
