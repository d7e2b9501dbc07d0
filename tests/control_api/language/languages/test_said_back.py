"""What is said back, word for word, in other languages than English: a table for each."""

from pathlib import Path
from typing import cast

import pytest
import yaml

from control_api.evaluation.cases import Case, Home, Placed, Then
from control_api.evaluation.running import run_cases
from shared.languages import LanguageName

ROWS = [
    pytest.param(path.parent.name, row, id=f"{path.parent.name}: {row[-2]}")
    for path in sorted(Path(__file__).parent.glob("*/replies.yaml"))
    for row in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_what_is_said_back(language: str, row: list[str]) -> None:
    home = Home(home="one", language=cast("LanguageName", language))
    (run,) = run_cases([Placed(Case(kind="", say=row[:-1], then=Then()), home)])
    assert run.outcome.reply == row[-1]
