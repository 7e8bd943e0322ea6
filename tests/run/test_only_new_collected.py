"""One process that links volume after volume drops what each left behind."""

from __future__ import annotations

import gc
import weakref

from counterclaim.run.worker import nothing_collected, only_new_collected


class Ring:
    """Holds itself, so that counting references does not free it."""

    def __init__(self) -> None:
        self.own = self


def test_what_an_errand_left_behind_is_gone_before_the_next() -> None:
    with nothing_collected(), only_new_collected() as collect:
        left = weakref.ref(Ring())
        assert left() is not None
        collect()
        assert left() is None
    assert gc.get_freeze_count() == 0
