"""Rules in words, words in rules: what is said of one is read as the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.language.repeats.reading import SaidRepeat, read_repeat
from control_api.language.wording.repeat_words import say_repeat
from control_api.language.words.sentence import Words
from control_api.time.rule import Rule, rule_text
from shared.tasks import Repeat
from tests.control_api.language.english import ENGLISH

TODAY = date(2026, 11, 21)


def find_repeat(text: str) -> SaidRepeat | None:
    return read_repeat(Words(text, text), None, ENGLISH)


WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, max_size=6, unique=True).map(
    lambda days: tuple((day, 0) for day in sorted(days))
)
MONTH_DAYS = st.lists(st.integers(1, 31), min_size=1, max_size=3, unique=True).map(
    lambda days: tuple(sorted(days))
)
PLACES = st.sampled_from([1, 2, 3, 4, 5, -1])
INTERVALS = st.integers(1, 12)
RULES = st.one_of(
    st.builds(Rule, freq=st.just("DAILY"), interval=INTERVALS),
    st.builds(Rule, freq=st.just("WEEKLY"), interval=INTERVALS, by_day=WEEKDAYS),
    st.builds(Rule, freq=st.just("MONTHLY"), interval=INTERVALS, by_month_day=MONTH_DAYS),
    st.builds(
        Rule,
        freq=st.just("MONTHLY"),
        interval=INTERVALS,
        by_day=st.tuples(st.tuples(st.integers(0, 6), PLACES)),
    ),
    st.builds(
        Rule,
        freq=st.just("YEARLY"),
        interval=INTERVALS,
        by_month=st.tuples(st.integers(1, 12)),
        by_month_day=st.tuples(st.integers(1, 28)),
    ),
    st.builds(
        Rule,
        freq=st.just("YEARLY"),
        interval=INTERVALS,
        by_month=st.tuples(st.integers(1, 12)),
        by_day=st.tuples(st.tuples(st.integers(0, 6), PLACES)),
    ),
)


@given(RULES, st.none() | st.integers(2, 12))
def test_a_rule_in_words_is_read_as_the_same_rule(rule: Rule, count: int | None) -> None:
    text = rule_text(
        Rule(**{name: getattr(rule, name) for name in rule.__struct_fields__} | {"count": count})
    )
    said = say_repeat(Repeat(rule=text), ENGLISH)
    found = find_repeat(said)
    assert found is not None, said
    assert found.repeat(TODAY) == Repeat(rule=text), said
    assert (found.start, found.end) == (0, len(said))


@given(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]), INTERVALS)
def test_so_is_one_that_counts_from_completion(freq: str, interval: int) -> None:
    repeat = Repeat(rule=rule_text(Rule(freq=freq, interval=interval)), basis="completion")  # type: ignore[arg-type] # one of the four
    found = find_repeat(say_repeat(repeat, ENGLISH))
    assert found is not None
    assert found.repeat(TODAY) == repeat


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [
                "every",
                "other",
                "each",
                "on",
                "the",
                "first",
                "last",
                "day",
                "week",
                "month",
                "Monday",
                "and",
                "of",
            ]
        ),
        max_size=9,
    ).map(" ".join)
)
def test_no_text_is_too_strange(text: str) -> None:
    found = find_repeat(text)
    assert found is None or say_repeat(found.repeat(TODAY), ENGLISH)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("the last weekday of every month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("every second Tuesday of the month", "FREQ=MONTHLY;BYDAY=2TU"),
        ("every second Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("at the end of every month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every quarter", "FREQ=MONTHLY;INTERVAL=3"),
        ("every 31st of the month", "FREQ=MONTHLY;BYMONTHDAY=31"),
        ("every December 24", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24"),
        ("every 24th of December", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24"),
        ("on Mondays and Thursdays", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("every weekend", "FREQ=WEEKLY;BYDAY=SA"),
    ],
)
def test_what_people_say_is_a_rule(text: str, rule: str) -> None:
    found = find_repeat(text)
    assert found is not None
    assert found.repeat(TODAY).rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "every hour",
        "the daily news",
        "on holidays",
        "each of them",
        "on the first of May",
        "second",
    ],
)
def test_what_names_no_rule_is_left_alone(text: str) -> None:
    assert find_repeat(text) is None
