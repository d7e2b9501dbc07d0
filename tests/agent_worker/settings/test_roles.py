from pathlib import Path

import pytest

from agent_worker.settings.reading import SettingsError
from agent_worker.settings.roles import Remote, read_llm, read_stt, read_tts

OWN = "http://127.0.0.1:8080/v1"


def test_a_remote_provider_needs_a_key_and_nothing_else() -> None:
    settings = read_stt({"SAYDO_STT": "deepgram,local", "DEEPGRAM_API_KEY": "d"})
    assert settings.remote("deepgram") == Remote(
        name="deepgram",
        model="nova-3",
        voice="",
        url="https://api.deepgram.com/v1",
        key="d",
        key_variable="DEEPGRAM_API_KEY",
    )


def test_what_is_set_for_all_roles_holds_in_each() -> None:
    common = {"OPENAI_API_KEY": "o", "OPENAI_BASE_URL": f"{OWN}/"}
    found = [
        read_stt({"SAYDO_STT": "openai", **common}),
        read_llm({"SAYDO_LLM": "openai", **common}),
        read_tts({"SAYDO_TTS": "openai", **common}),
    ]
    assert [(each.remote("openai").url, each.remote("openai").key) for each in found] == [
        (OWN, "o")
    ] * 3


def test_each_role_may_have_a_model_a_voice_an_address_and_a_key_of_its_own(
    tmp_path: Path,
) -> None:
    (tmp_path / "key").write_text("secret\n")
    environment = {
        "SAYDO_TTS": "openai",
        "OPENAI_API_KEY": "of all",
        "SAYDO_TTS_OPENAI_MODEL": "kokoro",
        "SAYDO_TTS_OPENAI_VOICE": "bella",
        "SAYDO_TTS_OPENAI_URL": OWN,
        "SAYDO_TTS_OPENAI_KEY_FILE": str(tmp_path / "key"),
    }
    assert read_tts(environment).remote("openai") == Remote(
        name="openai",
        model="kokoro",
        voice="bella",
        url=OWN,
        key="secret",
        key_variable="SAYDO_TTS_OPENAI_KEY",
    )


def test_a_key_of_all_roles_is_not_sent_to_an_address_of_one() -> None:
    environment = {
        "SAYDO_LLM": "openai",
        "OPENAI_API_KEY": "of all",
        "SAYDO_LLM_OPENAI_URL": OWN,
    }
    remote = read_llm(environment).remote("openai")
    assert (remote.url, remote.key, remote.key_variable) == (OWN, "", "SAYDO_LLM_OPENAI_KEY")


@pytest.mark.parametrize("variable", ["DEEPGRAM_BASE_URL", "SAYDO_TTS_DEEPGRAM_URL"])
def test_a_server_of_ones_own_may_need_no_key(variable: str) -> None:
    settings = read_tts({"SAYDO_TTS": "deepgram", variable: OWN})
    assert settings.remote("deepgram").url == OWN


def test_an_address_is_checked() -> None:
    with pytest.raises(SettingsError, match="SAYDO_LLM_OPENAI_URL is 'here': it must start with"):
        read_llm({"SAYDO_LLM": "openai", "SAYDO_LLM_OPENAI_URL": "here"})


def test_a_key_that_is_missing_is_named() -> None:
    with pytest.raises(SettingsError, match="set DEEPGRAM_API_KEY or SAYDO_TTS_DEEPGRAM_KEY"):
        read_tts({"SAYDO_TTS": "deepgram"})


@pytest.mark.parametrize("value", ["0", "-1", "soon", "nan", "61", "٣"])
def test_a_deadline_is_a_number_of_seconds(value: str) -> None:
    with pytest.raises(SettingsError, match=r"use seconds from 0\.2 to 60"):
        read_stt({"SAYDO_STT_WITHIN_S": value})
    assert read_stt({"SAYDO_STT_WITHIN_S": "0.5"}).within_s == 0.5
