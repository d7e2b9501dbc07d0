"""Whatever is said of how often, none of it becomes a part of the title."""

from hypothesis import given
from hypothesis import strategies as st

from control_api.language.understanding.scene import Known
from shared.actions import CreateTask
from tests.control_api.language.understanding.interpretation import read

CORES = st.sampled_from(
    [
        *("every day", "daily", "every Monday", "on weekdays", "every other week", "once a month"),
        *("every 3rd Friday", "on the 15th of every month", "every Christmas", "every morning"),
        *("twice a week", "Mon-Fri", "Tuesdays", "every jan 27th", "everyday", "every two weeks"),
        *("every evening", "every dinner"),
    ]
)
CLOCKS = st.sampled_from(["", " at 9", " at 7:30 pm", " at noon", " at half past six", " at night"])
TAILS = st.sampled_from(
    [
        *("", " except Sunday", " except holidays", " but not on Mondays", " apart from the 13th"),
        *(" until Friday", " until it rains", " through December", " for five weeks", " ten times"),
        *(" starting next Tuesday", " to Thursday", " and 20", " and at 8pm", " unless it snows"),
        *(" and every Sunday", " and the 15th", " from Monday on", " for the next 3 days"),
        *(" this week", " in January", " other than Friday", " excluding the weekend"),
        *(" not on Thursdays", " after I've done it", ", but only on Mondays", " twice"),
        *(" in summer", " and then Friday", " and tomorrow", " then at 9", " as of June"),
    ]
)


@given(CORES, CLOCKS, TAILS, st.booleans())
def test_it_is_understood_or_asked_about(core: str, clock: str, tail: str, first: bool) -> None:
    how_often = f"{core}{clock}{tail}"
    text = f"{how_often} remind me to run" if first else f"remind me to run {how_often}"
    reading = read(text, known=Known())
    titles = {each.title for each in reading.actions if isinstance(each, CreateTask)}
    assert titles <= {"Run"}, (text, reading)
    assert reading.outcome in {"planned", "clarify", "refused"} or first, (text, reading)
