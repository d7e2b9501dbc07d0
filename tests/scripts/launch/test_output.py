"""What is on the terminal, and what only in the log."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.launch import output
from scripts.launch.output import Output, log_file

ROOT = Path(__file__).parents[3]


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Output]:
    opened = Output(tmp_path, verbose=False)
    yield opened
    opened.close()


def logged(data: Path) -> list[str]:
    """Lines of the log without their times."""
    lines = log_file(data).read_text().splitlines()
    return [" ".join(line.split(" ")[2:]) for line in lines]


def test_what_programs_say_is_only_in_the_log(
    quiet: Output, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet.relay("livekit", "2026-11-28T21:17:27.869Z\tINFO\tstarting LiveKit server")
    quiet.relay("worker", "INFO agent_worker.conversation.stages: turn, ms: total=350")
    assert capsys.readouterr().out == ""
    assert [line.split(" ")[0] for line in logged(tmp_path)] == ["livekit", "worker"]


@pytest.mark.parametrize(
    "line",
    [
        "ERROR The backup that was due failed: the disk is full.",
        "WARNING saydo: Waiting for LiveKit at ws://elsewhere, which can't be reached.",
        "CRITICAL agent_worker.conversation.session: broken",
    ],
)
def test_what_somebody_may_have_to_act_on_is_on_the_terminal_too(
    quiet: Output, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    quiet.relay("worker", line)
    assert capsys.readouterr().out == f"worker | {line}\n"
    assert logged(tmp_path) == [f"worker | {line}"]


@pytest.mark.parametrize(
    "line",
    [
        "WARNING livekit.agents: The room connection was not established within 10 seconds",
        "2026-11-28T21:17:27.869Z\tERROR\tlivekit\tcould not handle message",
        "Some words that happen to have an ERROR in them",
    ],
)
def test_what_nobody_can_act_on_is_not(
    quiet: Output, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    quiet.relay("worker", line)
    assert capsys.readouterr().out == ""


def test_all_of_it_is_on_the_terminal_for_who_asks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loud = Output(tmp_path, verbose=True)
    loud.relay("livekit", "starting")
    loud.close()
    assert capsys.readouterr().out == "livekit | starting\n"
    assert logged(tmp_path) == ["livekit | starting"]


def test_what_we_say_is_in_both(
    quiet: Output, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet.say("100 % stopped")
    assert capsys.readouterr().out == "saydo | 100 % stopped\n"
    assert logged(tmp_path) == ["saydo | 100 % stopped"]


def test_the_log_is_its_owners_and_never_grows_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "MOST_BYTES", 1000)
    before = os.umask(0)
    try:
        opened = Output(tmp_path, verbose=False)
        for number in range(500):
            opened.relay("api", f"line {number}")
        opened.close()
    finally:
        os.umask(before)
    files = list(log_file(tmp_path).parent.iterdir())
    assert len(files) == 1 + output.EARLIER_FILES
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert sum(file.stat().st_size for file in files) <= 5 * 1000
    assert logged(tmp_path)[-1] == "api | line 499"


def full_disk(_opened: Output) -> None:
    raise OSError(28, "No space left on device")


def test_a_log_that_cannot_be_written_stops_nothing(
    quiet: Output, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fails: Callable[..., None] = full_disk
    monkeypatch.setattr(quiet._file.stream, "write", fails)
    quiet.say("still here")
    printed = capsys.readouterr()
    assert printed.out == "saydo | still here\n"
    assert printed.err == ""


def test_a_terminal_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from scripts.launch.output import Output\n"
        f"output = Output(Path({str(tmp_path)!r}), verbose=True)\n"
        "for number in range(3): output.say(str(number))\n"
    )
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
    assert logged(tmp_path) == ["saydo | 0", "saydo | 1", "saydo | 2"]
