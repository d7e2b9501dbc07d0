"""Of very many people who are called alike, a few are named."""

from control_api.language.understanding.scene import Known
from shared.things import Person
from tests.control_api.language.understanding.interpretation import REPORT, read

STAMP = "2026-11-01T08:00:00Z"
KIMS = Known(
    open_tasks=[REPORT],
    things=[Person(f"kim-{at}", f"Kim {at}", STAMP, STAMP) for at in range(500)],
)


def test_some_of_them_are_named() -> None:
    reading = read("assign the report to Kim", known=KIMS)
    assert reading.outcome == "clarify"
    assert reading.reply == "Whom do you mean: Kim 0, Kim 1, Kim 2, Kim 3, or somebody else?"
