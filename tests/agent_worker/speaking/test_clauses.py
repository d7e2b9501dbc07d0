import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_worker.speaking.clauses import Clauses, clauses

TEXT = st.text(alphabet="ab ,.?!;\n", max_size=400)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Call Sarah, tomorrow at 3 PM.", ["Call Sarah,", "tomorrow at 3 PM."]),
        ("Done: call Sarah.", ["Done:", "call Sarah."]),
        ("Buy 1,000 napkins.", ["Buy 1,000 napkins."]),
        ("Done. Anything else?", ["Done.", "Anything else?"]),
        ("Call Dr. Miller, Friday.", ["Call Dr. Miller,", "Friday."]),
        (
            "You have three tasks for Friday: call Sarah, buy milk, and book the dentist.",
            ["You have three tasks for Friday:", "call Sarah, buy milk, and book the dentist."],
        ),
    ],
)
def test_a_reply_is_cut_where_a_voice_may_pause(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_a_piece_that_is_whole_waits_for_nothing_to_follow() -> None:
    splitter = Clauses()
    assert splitter.push("One moment. ") == ["One moment."]
    assert splitter.push("The capital is Rome. ") == ["The capital is Rome."]


@given(TEXT, st.lists(st.integers(1, 12)))
def test_the_pieces_do_not_depend_on_how_the_text_came(text: str, cuts: list[int]) -> None:
    splitter, streamed, rest = Clauses(), [], text
    for cut in cuts:
        streamed += splitter.push(rest[:cut])
        rest = rest[cut:]
    streamed += [*splitter.push(rest), *splitter.flush()]
    assert streamed == clauses(text)


@given(TEXT)
def test_nothing_is_lost_or_too_long(text: str) -> None:
    pieces = clauses(text)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(len(piece) <= 181 for piece in pieces)
