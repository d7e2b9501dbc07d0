from pathlib import Path

import pytest

from agent_worker.settings.models import read_model_settings
from agent_worker.settings.reading import SettingsError
from agent_worker.settings.worker import read_settings

ENOUGH = {
    "LIVEKIT_API_KEY": "key",
    "LIVEKIT_API_SECRET": "secret",
    "SAYDO_WORKER_KEY": "worker",
}


def test_without_choices_everything_is_local() -> None:
    settings = read_settings(ENOUGH)
    assert settings.stt.order == settings.llm.order == settings.tts.order == ("local",)
    assert not settings.stt.remotes + settings.llm.remotes + settings.tts.remotes
    assert settings.local_roles == ("stt", "tts", "llm")
    assert settings.livekit_url == "ws://127.0.0.1:7880"
    assert settings.api_url == "http://127.0.0.1:7300"
    assert settings.models.stt_model == "whisper-base"


def test_providers_keep_their_order() -> None:
    settings = read_settings(
        {**ENOUGH, "SAYDO_STT": "deepgram, local", "SAYDO_TTS": "openai", "OPENAI_API_KEY": "k"}
        | {"DEEPGRAM_API_KEY": "k"}
    )
    assert settings.stt.order == ("deepgram", "local")
    assert settings.local_roles == ("stt", "llm")


def test_a_secret_can_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from a file\n")
    settings = read_settings(
        {"LIVEKIT_API_KEY": "key", "SAYDO_WORKER_KEY": "worker"}
        | {"LIVEKIT_API_SECRET_FILE": str(tmp_path / "secret")}
    )
    assert settings.livekit_api_secret == "from a file"


@pytest.mark.parametrize("name", list(ENOUGH))
def test_what_is_missing_is_named(name: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} is not set"):
        read_settings({key: value for key, value in ENOUGH.items() if key != name})


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("LIVEKIT_URL", "127.0.0.1:7880", "must start with ws://"),
        ("SAYDO_API_URL", "ftp://here", "must start with http://"),
        ("SAYDO_WORKER_PORT", "-1", "a number from 0 to 65535"),
        ("SAYDO_WORKER_PORT", "٣", "a number from 0 to 65535"),
        ("SAYDO_MAX_CONVERSATIONS", "0", "a number from 1 to 1000"),
        ("SAYDO_STT", "local,whisper", "use one or more of local, deepgram, openai"),
        ("SAYDO_STT", "deepgram", "set DEEPGRAM_API_KEY"),
        ("SAYDO_TTS", "openai", "set OPENAI_API_KEY"),
        ("SAYDO_LLM", "deepgram", "can't be deepgram"),
        ("SAYDO_STT", "local,local", "name each provider once"),
        ("SAYDO_STT_MODEL", "smollm2-135m", "use one of whisper-base, whisper-tiny.en"),
        ("SAYDO_LLM_MODEL", "gpt", "use one of smollm2-135m"),
        ("SAYDO_LLM_MODEL", "/nowhere/model.gguf", "there is no such file"),
        ("LIVEKIT_API_SECRET_FILE", "/nowhere", "No such file"),
    ],
)
def test_a_wrong_value_is_named_with_its_remedy(name: str, value: str, said: str) -> None:
    given = {**ENOUGH, "DEEPGRAM_API_KEY": "k"} if name == "SAYDO_LLM" else dict(ENOUGH)
    if name.endswith("_FILE"):
        del given[name.removesuffix("_FILE")]
    with pytest.raises(SettingsError, match=name if "KEY" not in said else said) as caught:
        read_settings({**given, name: value})
    assert said in str(caught.value)


def test_the_models_folder_follows_the_systems_rules(tmp_path: Path) -> None:
    assert read_model_settings({"XDG_DATA_HOME": "/data"}).folder == Path("/data/saydo/models")
    assert read_model_settings({"SAYDO_MODELS": str(tmp_path)}).folder == tmp_path
    home = read_model_settings({}).folder
    assert home == Path.home() / ".local/share/saydo/models"


def test_a_gguf_of_ones_own_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "big.gguf").touch()
    settings = read_model_settings({"SAYDO_LLM_MODEL": str(tmp_path / "big.gguf")})
    assert settings.llm_model == str(tmp_path / "big.gguf")
