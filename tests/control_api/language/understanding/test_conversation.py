"""What is said of the conversation itself, in every language: the table is conversation.yaml."""

from pathlib import Path

import pytest
import yaml
from msgspec import UNSET

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.reading.interpret import interpret
from control_api.language.understanding.scene import Known
from control_api.requests.spoken import language
from shared.languages import LanguageName
from shared.voice_settings import ChangeSettings, EndConversation, VoiceSettings
from tests.control_api.language.understanding.interpretation import BERLIN, SATURDAY

SAID: dict[LanguageName, dict[str, str]] = yaml.load(
    (Path(__file__).parent / "conversation.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
)
USUAL = VoiceSettings()
ROWS = [(spoken, said, meant) for spoken, rows in SAID.items() for said, meant in rows.items()]


def hear(said: str, spoken: LanguageName = "en", settings: VoiceSettings = USUAL) -> CommandPlan:
    known = Known(settings=settings)
    return interpret(said, language=language(spoken), now=SATURDAY, time_zone=BERLIN, known=known)


def written(plan: CommandPlan) -> str:
    """What was read, as the table has it."""
    match plan.actions:
        case [ChangeSettings() as change]:
            given = {name: getattr(change, name) for name in change.__struct_fields__}
            changed = {name: value for name, value in given.items() if value is not UNSET}
            return " ".join(f"{name} {value}" for name, value in changed.items())
        case [EndConversation() as end]:
            return end.farewell
        case _:
            return "nothing"


@pytest.mark.parametrize(
    ("spoken", "said", "meant"), ROWS, ids=[f"{spoken}: {said}" for spoken, said, _ in ROWS]
)
def test_what_is_said_of_the_conversation(spoken: LanguageName, said: str, meant: str) -> None:
    plan = hear(said, spoken)
    if meant == "tell":
        usual = hear("which settings do I have") if spoken == "en" else plan
        assert (plan.outcome, plan.reply) == ("answered", usual.reply)
        assert plan.reply
    else:
        assert written(plan) == meant
        assert plan.complete


@pytest.mark.parametrize(
    ("said", "before", "meant"),
    [
        ("speak slower", VoiceSettings(speed=1.4), "speed 1.2"),
        ("speak slower", VoiceSettings(speed=0.7), "speed 0.7"),
        ("a bit faster", VoiceSettings(speed=1.45), "speed 1.5"),
        ("give me more time", VoiceSettings(patience=3.0), "patience 4.0"),
        ("be quicker", VoiceSettings(patience=0.6), "patience 0.5"),
        ("you can't hear me", VoiceSettings(sensitivity="low"), "sensitivity normal"),
        ("it's noisy here", VoiceSettings(sensitivity="low"), "sensitivity low"),
    ],
)
def test_a_step_begins_where_it_is(said: str, before: VoiceSettings, meant: str) -> None:
    assert written(hear(said, settings=before)) == meant
