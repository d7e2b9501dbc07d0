"""Several errands in one sentence, by their times and lists. The table: errands.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from control_api.language.cutting.errands import errands_of
from control_api.language.words.sentence import Words
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import SATURDAY

TABLE: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "errands.yaml").read_text("utf-8")
)


def cases() -> list[Any]:
    return [
        pytest.param(text, parts, id=text)
        for rows in TABLE.values()
        for text, parts in rows.items()
    ]


@pytest.mark.parametrize(("text", "parts"), cases())
def test_each_errand_becomes_a_sentence(text: str, parts: list[str]) -> None:
    found = errands_of(Words(text, text), SATURDAY, ENGLISH)
    assert [each.text for each in found] == parts
