"""The figures of the small scorers, held to their floors. `make evaluate` holds all of them."""

from pathlib import Path

import pytest

from counterclaim.evaluate import run
from counterclaim.evaluate.gate import FLOORS, read_floors

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.parametrize("name", ["seeds", "example"])
def test_no_figure_falls_below_its_floor(name):
    if name == "seeds" and not (SHARED / "gold").is_dir():
        pytest.skip(f"the seed reports and their gold are not at {SHARED}")
    table = run(name, SHARED)
    fallen = {
        figure: (table.scores.get(figure), floor)
        for figure, floor in read_floors(FLOORS)[name].items()
        if table.scores.get(figure, -1.0) < floor
    }
    assert not fallen, f"reached and floor: {fallen}"
