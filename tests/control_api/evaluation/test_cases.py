"""Files of cases are read whole, or the line that is wrong is named."""

from pathlib import Path

import pytest

from control_api.evaluation.cases import Case, Then, read_cases
from shared.actions import CreateTask
from shared.problems import InvalidInputError

HOME = (
    '{"home": "alice", "now": "2026-12-01T08:00:00", "time_zone": "America/New_York",'
    ' "given": [{"type": "create_task", "title": "Milk"}]}'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cases.jsonl"


def test_a_case_is_in_its_home(file: Path) -> None:
    in_it = '{"kind": "k", "in": "alice", "say": "a", "given": ["b"], "then": {"gone": ["Milk"]}}'
    file.write_text(f"// What Alice has.\n{in_it}\n\n{HOME}\n")
    (placed,) = read_cases([file])
    assert placed.case == Case("k", "a", Then(gone=["Milk"]), home="alice", given=["b"])
    assert placed.given == [CreateTask("Milk"), "b"]
    assert (placed.now, placed.time_zone) == ("2026-12-01T08:00:00", "America/New_York")


def test_a_case_may_have_a_time_of_its_own(file: Path) -> None:
    file.write_text('{"kind": "k", "say": ["a", "b"], "now": "2027-01-01T00:00:00", "then": {}}')
    (placed,) = read_cases([file])
    assert placed.now == "2027-01-01T00:00:00"
    assert placed.case.sentences == ["a", "b"]


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        "[]",
        '{"kind": "k", "then": {}}',
        '{"kind": "k", "say": "a", "then": {"task": []}}',
        '{"kind": "k", "say": "a", "then": {}, "in": "nowhere"}',
        '{"kind": "k", "say": "a", "then": {}, "time_zone": "Nowhere/City"}',
        '{"home": "h", "given": [{"type": "fly"}]}',
    ],
)
def test_a_line_that_is_wrong_is_named(file: Path, line: str) -> None:
    file.write_text(f"{HOME}\n{line}\n")
    with pytest.raises(InvalidInputError, match=r"cases\.jsonl, line 2: "):
        read_cases([file])
