"""Words that were not read: what is said of them, in the language of who said them."""

import pytest

from control_api.language.duckling.unread import OverrunError, UnavailableError, say_unread
from tests.control_api.language.english import ENGLISH


@pytest.mark.parametrize("error", [OverrunError("mon, " * 3), UnavailableError()])
def test_a_person_hears_what_a_program_reads(error: OverrunError | UnavailableError) -> None:
    assert say_unread(error, ENGLISH) == str(error)
