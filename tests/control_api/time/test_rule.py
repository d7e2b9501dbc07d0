"""A rule is read as RFC 5545 means it, written in one spelling, or refused with the reason."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.time.rule import DAYS, clean_rule, parse_rule, rule_text
from shared.problems import InvalidInputError

BY_FREQ: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "DAILY": {"BYMONTH": st.integers(1, 12), "BYMONTHDAY": st.integers(1, 31)},
    "WEEKLY": {"BYDAY": st.sampled_from(DAYS), "BYMONTH": st.integers(1, 12)},
    "MONTHLY": {
        "BYMONTHDAY": st.integers(-31, 31).filter(bool),
        "BYDAY": st.builds("{}{}".format, st.sampled_from([1, 2, 5, -1]), st.sampled_from(DAYS)),
    },
    "YEARLY": {
        "BYMONTH": st.integers(1, 12),
        "BYMONTHDAY": st.integers(1, 31),
        "BYYEARDAY": st.integers(-366, 366).filter(bool),
    },
}


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(sorted(BY_FREQ)))
    parts = {"FREQ": freq}
    for name, values in BY_FREQ[freq].items():
        if draw(st.booleans()) and not (name == "BYMONTHDAY" and "BYMONTH" in parts):
            parts[name] = ",".join(map(str, draw(st.lists(values, min_size=1, max_size=3))))
    if draw(st.booleans()):
        parts["INTERVAL"] = str(draw(st.integers(1, 40)))
    end = draw(st.sampled_from(["", "COUNT=5", "UNTIL=20301231", "UNTIL=20301231T120000Z"]))
    said = [f"{name}={value}" for name, value in parts.items()] + ([end] if end else [])
    return ";".join(draw(st.permutations(said)))


@given(rules())
def test_every_good_rule_has_one_spelling(text: str) -> None:
    cleaned = clean_rule(text)
    assert clean_rule(cleaned) == cleaned
    assert clean_rule(f" rrule:{text.lower()}; ") == cleaned
    assert rule_text(parse_rule(cleaned)) == cleaned
    assert parse_rule(cleaned) == parse_rule(text)


@given(st.text(max_size=60) | st.text("FREQ=DAILYWKSBMOTUH;,1239-+", max_size=60))
def test_any_text_is_a_rule_or_refused_with_a_sentence(text: str) -> None:
    refusal = None
    try:
        clean_rule(text)
    except InvalidInputError as problem:
        refusal = problem
    if refusal:
        assert str(refusal).endswith(".")
        assert refusal.fields == {"repeat": str(refusal)}


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("BYDAY=FR,MO,MO;FREQ=WEEKLY;INTERVAL=1;WKST=MO", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("freq=weekly;interval=2;byday=tu;wkst=su", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU"),
        ("FREQ=MONTHLY;BYDAY=+2TU,-1FR", "FREQ=MONTHLY;BYDAY=2TU,-1FR"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15,1", "FREQ=MONTHLY;BYMONTHDAY=1,15,-1"),
        ("FREQ=DAILY;COUNT=010", "FREQ=DAILY;COUNT=10"),
    ],
)
def test_the_spelling_is_canonical(text: str, cleaned: str) -> None:
    assert clean_rule(text) == cleaned


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("FREQ=SECONDLY", "daily at most"),
        ("FREQ=HOURLY;INTERVAL=2", "daily at most"),
        ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("INTERVAL=2", "begins with FREQ"),
        ("FREQ=DAILY;FREQ=DAILY", "twice"),
        ("FREQ=DAILY;X-DAYS=2", "X-DAYS"),
        ("FREQ=DAILY;BYSECOND=1", "BYSECOND"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20301231", "not both"),
        ("FREQ=DAILY;COUNT=0", "COUNT"),
        ("FREQ=DAILY;INTERVAL=-1", "INTERVAL"),
        ("FREQ=DAILY;UNTIL=20300231", "UNTIL"),
        ("FREQ=DAILY;UNTIL=2030", "UNTIL"),
        ("FREQ=WEEKLY;BYDAY=2MO", "2TU goes with"),
        ("FREQ=WEEKLY;BYMONTHDAY=2", "BYMONTHDAY does not go"),
        ("FREQ=MONTHLY;BYDAY=6MO", "five weeks"),
        ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "from 1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "from 1 to 31"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS chooses"),
        ("FREQ=MONTHLY;BYWEEKNO=2", "BYWEEKNO does not go"),
        ("FREQ=DAILY;BYHOUR=8;BYMINUTE=" + ",".join(map(str, range(30))), "12 times a day"),
        ("FREQ=WEEKLY;WKST=XX", "WKST"),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3", "among the 2 times"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "No month has that day"),
    ],
)
def test_what_is_no_rule_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        clean_rule(text)
    assert reason in str(caught.value)
