"""What two reports can differ on as there or not: a siege, mercenaries; not what anybody may be said to have."""

from __future__ import annotations

import pytest
from test_piles_of_denials import shown

PILES = [
    ("Ada Roth has no shot at winning the Orm seat, the pollster Odo Faye said.",
     "The mayor said Ada Roth had a shot at picking up votes in the harbour quarter.", 0),
    ("There are no mercenaries in Orm, its governor Jan Pohl said.",
     "A diplomat said mercenaries were fighting in Orm.", 1),
]  # fmt: skip


@pytest.mark.parametrize(("no", "yes", "disputes"), PILES)
def test_two_reports_differ_on_what_may_be_there_or_not(no: str, yes: str, disputes: int) -> None:
    found = shown(
        [
            {"outlet": "Elm Post", "date": "2033-03-15", "text": no},
            {"outlet": "Karel Wire", "date": "2033-03-16", "text": yes},
        ]
    )
    assert len(found) == disputes, [dispute.question for dispute in found]
