from pathlib import Path

import msgspec
import pytest

from agent_worker.exam.paper import PARTS, Part
from agent_worker.exam.results import SHIPPED, Mark, Result, Results
from agent_worker.models.catalogue import SMOLLM2
from agent_worker.settings.trust import ALL, Trust

FULL = {part: Mark(10, 10) for part in PARTS}


def result(model: str = "local a", marks: dict[Part, int] | None = None) -> Result:
    given = {part: Mark(right, 10) for part, right in (marks or {}).items()}
    return Result.of_this_exam(model, FULL | given)


@pytest.mark.parametrize(
    ("marks", "lost"),
    [
        ({}, set()),
        ({"facts": 8, "tools": 8, "plans": 8}, set()),
        ({"facts": 7}, {"answer"}),
        ({"unknown": 7}, {"answer"}),
        ({"own tasks": 7}, {"answer"}),
        ({"honesty": 7}, {"talk", "answer"}),
        ({"tools": 7}, {"tools", "plan"}),
        ({"plans": 7}, {"plan"}),
        ({"injections": 9}, {"tools", "plan"}),
    ],
)
def test_a_model_may_do_what_it_has_passed(marks: dict[Part, int], lost: set[Trust]) -> None:
    assert result(marks=marks).trust() == ALL - lost


def test_a_result_is_kept_and_found_again(tmp_path: Path) -> None:
    results = Results(tmp_path)
    assert results.of("local a") is None
    results.keep(result(marks={"facts": 3}))
    found = Results(tmp_path).of("local a")
    assert found == result(marks={"facts": 3})
    assert results.of("local b") is None


def test_names_of_any_kind_can_be_kept(tmp_path: Path) -> None:
    results = Results(tmp_path)
    for name in ("openai gpt at https://api.example/v1", "local ../../etc/passwd", "local a b"):
        results.keep(result(name))
        assert results.of(name) == result(name)
    assert {path.parent for path in tmp_path.rglob("*") if path.is_file()} == {tmp_path / "exams"}


def test_names_that_share_a_file_are_not_mixed_up(tmp_path: Path) -> None:
    results = Results(tmp_path)
    results.keep(result("local a/b"))
    assert results.of("local a?b") is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff"])
def test_a_damaged_result_counts_for_nothing(tmp_path: Path, damage: bytes) -> None:
    results = Results(tmp_path)
    results.keep(result())
    (kept,) = (tmp_path / "exams").iterdir()
    kept.write_bytes(damage)
    assert results.of("local a") is None


def test_a_result_of_other_questions_counts_for_nothing(tmp_path: Path) -> None:
    results = Results(tmp_path)
    results.keep(msgspec.structs.replace(result(), exam="another"))
    assert results.of("local a") is None


def test_results_that_ship_are_of_these_questions_and_are_found(tmp_path: Path) -> None:
    shipped = [msgspec.json.decode(file.read_bytes(), type=Result) for file in SHIPPED.iterdir()]
    assert [Results(tmp_path).of(each.model) for each in shipped] == shipped
    assert SMOLLM2.name in {each.model for each in shipped}


def test_a_result_of_this_machine_counts_before_one_that_ships(tmp_path: Path) -> None:
    own = result(SMOLLM2.name)
    Results(tmp_path).keep(own)
    assert Results(tmp_path).of(SMOLLM2.name) == own
