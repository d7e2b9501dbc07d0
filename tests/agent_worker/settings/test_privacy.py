import pytest

from agent_worker.settings.privacy import NOTHING, MayLeave, of_person, read_may_leave
from agent_worker.settings.reading import SettingsError
from agent_worker.settings.roles import read_llm, read_stt, read_tts
from shared.voice_settings import VoiceSettings


def test_what_somebody_has_named_a_provider_for_may_go_to_it() -> None:
    assert read_may_leave({}) == MayLeave("always", "always", "always")


def test_each_role_may_be_kept_here_by_itself() -> None:
    environment = {
        "SAYDO_STT_MAY_LEAVE": "never",
        "SAYDO_LLM_MAY_LEAVE": "questions",
        "SAYDO_TTS_MAY_LEAVE": "always",
    }
    assert read_may_leave(environment) == MayLeave("never", "questions", "always")


def test_offline_nothing_leaves_whatever_else_is_set() -> None:
    assert read_may_leave({"SAYDO_OFFLINE": "1", "SAYDO_LLM_MAY_LEAVE": "always"}) == NOTHING
    assert read_may_leave({"SAYDO_OFFLINE": "0"}) == MayLeave()


def test_of_two_who_decide_the_stricter_one_does() -> None:
    one, other = MayLeave("always", "questions", "never"), MayLeave("never", "always", "questions")
    assert one.stricter(other) == other.stricter(one) == MayLeave("never", "questions", "never")


def test_what_a_person_lets_go_is_never_more_than_whoever_runs_saydo_does() -> None:
    person = of_person(
        VoiceSettings(hearing_leaves="never", thinking_leaves="questions", speaking_leaves="always")
    )
    assert person == MayLeave("never", "questions", "always")
    assert NOTHING.stricter(person) == NOTHING
    assert MayLeave().stricter(of_person(VoiceSettings())) == MayLeave()


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("SAYDO_LLM_MAY_LEAVE", "sometimes", "use never, questions, always"),
        ("SAYDO_STT_MAY_LEAVE", "questions", "known only once it was heard"),
        ("SAYDO_OFFLINE", "yes", "use 1, or 0 for no"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(variable: str, value: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as refused:
        read_may_leave({variable: value})
    assert variable in str(refused.value)


def test_where_nothing_may_leave_what_is_here_stands_in_and_no_key_is_needed() -> None:
    names = {"SAYDO_STT": "deepgram", "SAYDO_LLM": "openai,local", "SAYDO_TTS": "deepgram,openai"}
    for read in (read_stt, read_llm, read_tts):
        settings = read(names | {"SAYDO_OFFLINE": "1"})
        assert settings.order == ("local",)
        assert not settings.remotes
    assert read_tts(names | {"SAYDO_OFFLINE": "1"}).left_out == ("deepgram", "openai")


def test_a_provider_that_there_is_not_is_refused_offline_as_well() -> None:
    with pytest.raises(SettingsError, match="SAYDO_LLM can't be deepgram"):
        read_llm({"SAYDO_LLM": "deepgram", "SAYDO_OFFLINE": "1"})
