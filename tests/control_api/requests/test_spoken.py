"""The languages of the contract are those that there are."""

from pathlib import Path
from typing import get_args

import pytest

from control_api import language as package
from control_api.requests.spoken import ENGLISH, language, spoken_in
from shared.languages import LanguageName


def test_every_language_of_the_contract_has_a_folder() -> None:
    folders = (Path(package.__file__).parent / "languages").iterdir()
    assert sorted(get_args(LanguageName)) == sorted(each.name for each in folders)


@pytest.mark.parametrize("name", get_args(LanguageName))
async def test_a_language_is_read_once(name: LanguageName) -> None:
    spoken = await spoken_in(name)
    assert spoken.name == name
    assert await spoken_in(name) is language(name) is spoken


def test_english_is_there_from_the_start() -> None:
    assert language("en") is ENGLISH
