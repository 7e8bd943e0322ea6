"""What a list of disputes can be narrowed to, as links: each leads to the same list with one filter more, or less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from counterclaim.apps.wording import SLOTS
from counterclaim.records import Slot
from counterclaim.store import Choice, Choices, DisputeWish

#: The groups in which things can be chosen, with what they are called.
_GROUPS = (
    ("status", "Status"),
    ("slot", "What differs"),
    ("who", "Who holds an answer"),
    ("place", "Where"),
    ("outlet", "Outlet"),
    ("date", "When it was said"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """One thing to choose, with how many disputes there would be. Where it is `chosen`, its link takes it back."""

    words: str
    address: str
    count: int | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind to choose from."""

    name: str
    words: str
    links: tuple[Link, ...]


def given(wish: DisputeWish) -> dict[str, str]:
    """The filters that ask for something, by name."""
    return {name: str(value) for name, value in asdict(wish).items() if value is not None}


def address(filters: Mapping[str, str | int], path: str = "/") -> str:
    """The address of a list (of disputes, if no other is named) with these filters."""
    return f"{path}?{urlencode(filters)}" if filters else path


def groups(wish: DisputeWish, choices: Choices) -> list[Group]:
    """What there is to choose from, in the order of the page; a group of one thing only if that is chosen."""
    filters = given(wish)
    found = []
    for name, words in _GROUPS:
        links = tuple(_link(name, choice, filters) for choice in choices.by[name])
        if len(links) > 1 or any(link.chosen for link in links):
            found.append(Group(name, words, links))
    return found


def taken(wish: DisputeWish, names: Mapping[str, str]) -> list[Link]:
    """The filters that are on, each with the link that takes it off. `names` are the names of entities by id."""
    filters = given(wish)
    if "since" in filters and filters.get("since") == filters.get("until"):
        dates = [("since", f"said in {filters['since']}", {"since", "until"})]
    else:
        dates = [(name, f"{name} {filters[name]}", {name}) for name in ("since", "until") if name in filters]
    others = [
        (name, f"{words}: {_shown(name, filters[name], names)}", {name})
        for name, words in (
            ("about", "about"),
            ("who", "held by"),
            ("place", "in"),
            ("outlet", "outlet"),
            ("slot", "what differs"),
            ("status", "status"),
        )
        if name in filters
    ]
    return [
        Link(words, address({key: value for key, value in filters.items() if key not in off}), chosen=True)
        for _, words, off in (*others, *dates)
    ]


def _shown(name: str, value: str, names: Mapping[str, str]) -> str:
    return SLOTS[Slot(value)] if name == "slot" else names.get(value, value)


def _link(name: str, choice: Choice, filters: Mapping[str, str]) -> Link:
    asked = {"since": choice.value, "until": choice.value} if name == "date" else {name: choice.value}
    chosen = all(filters.get(key) == value for key, value in asked.items())
    others = {key: value for key, value in filters.items() if key not in asked}
    words = SLOTS[Slot(choice.value)] if name == "slot" else choice.label
    return Link(words, address(others if chosen else others | asked), choice.count, chosen)
