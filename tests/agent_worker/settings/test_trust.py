import pytest

from agent_worker.settings.reading import SettingsError
from agent_worker.settings.trust import ALL, Trust, read_trust


@pytest.mark.parametrize(
    ("given", "trust"),
    [
        ("", None),
        (" , ", None),
        ("nothing", frozenset()),
        ("talk", {"talk"}),
        (" talk, answer ,tools,plan", ALL),
    ],
)
def test_a_person_may_say_what_their_model_may_do(given: str, trust: set[Trust] | None) -> None:
    assert read_trust({"SAYDO_LLM_MAY": given}) == trust
    assert read_trust({}) is None


@pytest.mark.parametrize("given", ["everything", "talk,nothing", "talk;tools"])
def test_what_nobody_may_is_refused_with_what_there_is(given: str) -> None:
    with pytest.raises(SettingsError, match="talk, answer, tools, plan, with commas, or nothing"):
        read_trust({"SAYDO_LLM_MAY": given})
