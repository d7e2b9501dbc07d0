import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.who.device_codes.codes import LENGTH, SIGNS, as_shown, new_code, plain_code

codes = st.text(SIGNS, min_size=LENGTH, max_size=LENGTH)


def test_no_two_codes_are_the_same() -> None:
    assert len({new_code() for _ in range(1000)}) == 1000


@given(codes)
def test_what_is_shown_is_read_however_it_is_typed(code: str) -> None:
    shown = as_shown(code)
    assert len(shown) == LENGTH + 1
    assert plain_code(code) == plain_code(shown) == plain_code(f" {shown} ") == code
    assert plain_code(shown.lower()) == plain_code(shown.replace("-", " ")) == code
    assert plain_code("-".join(code)) == code


def test_letters_that_look_like_digits_are_those_digits() -> None:
    assert plain_code("oIl0-1KMN") == "01101KMN"


@pytest.mark.parametrize(
    "typed", ["", "7KQ2-M4X", "7KQ2-M4XB9", "7KQ2-M4XU", "eyJhbGciOi", "7KQ2_M4XB", "\uff17KQ2M4XB"]
)
def test_anything_else_is_no_code(typed: str) -> None:
    assert plain_code(typed) is None
