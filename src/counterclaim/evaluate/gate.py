"""`counterclaim evaluate gate DATA`: no figure falls below its floor, and which cases moved since the last run.

`floors.yaml` holds the floors: for each scorer the lowest value that each of its figures may have. A person edits it;
the gate only ever raises a floor, and only when asked to. The cases of the last run lie in a folder that can be
committed, one small file for each scorer, so that a change shows which cases came out differently.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import UnreadableInput, UsageError, content_id

FLOORS = Path(__file__).with_name("floors.yaml")

#: Where the cases of the last run are kept, seen from where the project is worked on.
LAST = Path("benchmarks") / "last"

Floors = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Held:
    """One figure beside its floor; `reached` is None if the scorer no longer gives it."""

    scorer: str
    figure: str
    floor: float
    reached: float | None

    @property
    def fell(self) -> bool:
        """Whether the figure is below its floor, or gone."""
        return self.reached is None or self.reached < self.floor


def evaluate_gate(
    data: Path,
    scorers: Mapping[str, Callable[[Path], Scored]],
    floors: Path = FLOORS,
    last: Path = LAST,
    raise_floors: bool = False,
) -> Table:
    """Run every scorer that has floors and hold its figures to them.

    The table has a row for each figure and each case that moved. Its score `gate.fallen` is how many figures fell
    below their floors: the gate is passed if it is 0. With `raise_floors`, floors that were surpassed are written
    as high as the figures, and the cases of this run are kept in `last` for the next one. Raises `UsageError` if a
    floor is set for a scorer that does not exist.
    """
    limits = read_floors(floors)
    if unknown := sorted(set(limits) - set(scorers)):
        raise UsageError(
            f"{floors} sets floors for {unknown[0]}, which is no scorer: choose among {', '.join(scorers)}."
        )
    results = {name: scorers[name](data) for name in limits}
    held = [
        Held(name, figure, floor, results[name].table.scores.get(figure))
        for name, figures in limits.items()
        for figure, floor in figures.items()
    ]
    rows: list[tuple[object, ...]] = [(h.figure, h.floor, h.reached, "fell" if h.fell else "holds") for h in held]
    for name, scored in results.items():
        rows += [(case, was, now, "moved") for case, was, now in moved(read_cases(last / f"{name}.json"), scored.cases)]
    if raise_floors:
        write_floors(floors, raised(limits, held))
        for name, scored in results.items():
            write_cases(last / f"{name}.json", scored.cases)
    fallen = sum(h.fell for h in held)
    return Table(
        "Figures and their floors",
        ("figure", "floor", "reached", "verdict"),
        tuple(rows),
        {"gate.fallen": float(fallen)},
    )


def raised(floors: Floors, held: list[Held]) -> Floors:
    """The floors with those raised that were surpassed; none is ever lowered."""
    higher = {(h.scorer, h.figure): h.reached for h in held if h.reached is not None and h.reached > h.floor}
    return {
        name: {figure: higher.get((name, figure), floor) for figure, floor in figures.items()}
        for name, figures in floors.items()
    }


def moved(before: Mapping[str, bool], now: Mapping[str, bool]) -> list[tuple[str, str, str]]:
    """The cases that came out differently from the last run, with both outcomes; nothing if there was no last run."""
    words = {True: "right", False: "wrong", None: "not there"}
    outcome = {kept_name(case): right for case, right in now.items()}
    full = {kept_name(case): case for case in now}
    return [
        (full.get(case, case), words[before.get(case)], words[outcome.get(case)])
        for case in sorted(before.keys() | outcome.keys())
        if before and before.get(case) != outcome.get(case)
    ]


def kept_name(case: str) -> str:
    """The name under which a case is kept: what is measured, then a digest in the place of gold's own words, because
    gold that is not ours to publish stays where it is."""
    measure, mark, words = case.partition(": ")
    return f"{measure}: {content_id('case', words)[:8]}" if mark else case


def read_floors(path: Path) -> Floors:
    """The floors of a file: scorer, figure, lowest value. Raises `UnreadableInput` if it is not laid out so."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return {name: {figure: float(floor) for figure, floor in figures.items()} for name, figures in content.items()}
    except (OSError, yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise UnreadableInput(f"The floors in {path} cannot be read ({error}): correct the file.") from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors, below the comment that the file begins with."""
    comment = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    body = yaml.safe_dump(floors, sort_keys=False, allow_unicode=True)
    path.write_text("\n".join([*comment, body]), encoding="utf-8")


def read_cases(path: Path) -> dict[str, bool]:
    """The cases of the last run; none if there was none. Raises `UnreadableInput` if the file holds something else."""
    if not path.exists():
        return {}
    try:
        return {str(case): bool(right) for case, right in json.loads(path.read_text(encoding="utf-8")).items()}
    except (ValueError, AttributeError) as error:
        raise UnreadableInput(f"The last run's cases in {path} cannot be read ({error}): delete the file.") from error


def write_cases(path: Path, cases: Mapping[str, bool]) -> None:
    """Keep the cases of a run, one a line in the order of their names, so that a change reads well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps(
            {kept_name(case): right for case, right in cases.items()}, indent=0, sort_keys=True, ensure_ascii=False
        )
        + "\n",
        encoding="utf-8",
    )
