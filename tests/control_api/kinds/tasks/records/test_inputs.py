import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from control_api.input.ids import clean_id
from control_api.kinds.tasks.records.inputs import clean_title
from shared.problems import InvalidInputError


@given(st.text(max_size=600))
def test_a_title_is_one_clean_line_or_refused(text: str) -> None:
    try:
        title = clean_title(text)
    except InvalidInputError:
        event("refused")
    else:
        assert title == text.strip()
        assert 1 <= len(title) <= 500
        assert len(title.splitlines()) == 1
        title.encode()


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\ud800b", "a\nb", "a\x7fb", "a\u2028b", "\t", "x" * 501]
)
def test_what_is_no_title_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError):
        clean_title(text)


@pytest.mark.parametrize(
    "text", ["Müll raus", "שלום", "買い物", "👩‍🚀 call", "a'; DROP TABLE tasks"]
)
def test_titles_in_any_script_are_kept_as_they_are(text: str) -> None:
    assert clean_title(text) == text


def test_an_id_is_kept_in_one_spelling() -> None:
    assert (
        clean_id("B0B00000-0000-4000-8000-00000000000F") == "b0b00000-0000-4000-8000-00000000000f"
    )
    with pytest.raises(InvalidInputError):
        clean_id("../b0b")
