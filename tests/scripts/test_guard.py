"""What `make` starts ends with it: the real Makefile over steps that only pretend to work."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import psutil
import pytest

from tests.patience import PATIENCE_S
from tests.scripts.marked import marked, new_mark, until_gone

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who came of whom"),
]
ROOT = Path(__file__).parents[2]
TOOL = r"""
import os, signal, subprocess, sys
DEAF = r'''
import os, signal
for number in (1, 2, 15):
    signal.signal(number, signal.SIG_IGN)
os.write(1, b"up\n")
signal.pause()
'''
subprocess.Popen([sys.executable, "-c", DEAF])
subprocess.Popen([sys.executable, "-c", DEAF], start_new_session=True)
if os.fork() == 0:
    subprocess.Popen([sys.executable, "-c", DEAF])
    os._exit(0)
os.write(1, b"up\n")
signal.pause()
"""
"""A tool, and three that hear no signal: in its group, in a session of its own, an orphan."""
LAUNCHER = """
import signal, subprocess, sys
program = subprocess.Popen([sys.executable, "tool.py"], start_new_session=True)
def stop(*_):
    print("stopped in order", flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, stop)
signal.pause()
"""
UPS = 4


def heed_a_terminal() -> None:
    """Take Ctrl-C and the closing of the terminal as a program started at one does."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Make:
    """`make` in a copy of the project, whose steps are stubs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mark = new_mark()
        self._process: subprocess.Popen[str] | None = None

    @property
    def process(self) -> "subprocess.Popen[str]":
        assert self._process is not None
        return self._process

    @property
    def output(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout

    def start(self, *command: str) -> None:
        """Start it as a shell does: in a process group of its own; wait until all of it runs."""
        self._process = subprocess.Popen(
            command,
            cwd=self.folder,
            env={name: value for name, value in os.environ.items() if "MAKE" not in name}
            | self.mark,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            process_group=0,
            # Whoever runs the tests may have them ignored, as nohup and a shell's & do.
            preexec_fn=heed_a_terminal,  # noqa: PLW1509
        )
        seen = 0
        while seen < UPS:
            line = self.output.readline()
            assert line, "it ended too soon"
            seen += line == "up\n"

    def close(self) -> None:
        """Forget it."""
        if self._process is not None:
            self.process.wait()
            self.output.close()

    def rest(self) -> str:
        """What it still prints until its end."""
        return self.output.read()

    def guards(self) -> tuple[psutil.Process, psutil.Process]:
        """The outer and the inner one."""
        found = [each for each in marked(self.mark) if "scripts/guard.py" in each.cmdline()]
        outer, inner = sorted(found, key=lambda each: (each.create_time(), each.pid))
        return outer, inner

    def step(self) -> psutil.Process:
        """What the inner guard runs."""
        children = self.guards()[1].children()
        return min(children, key=lambda each: (each.create_time(), each.pid))


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    for name in ("Makefile", "scripts/bootstrap.sh", "scripts/guard.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (tmp_path / "tool.py").write_text(TOOL)
    (scripts / "bootstrap.py").write_text("")
    (scripts / "setup.py").write_text("")
    (scripts / "run.py").write_text(LAUNCHER)
    made = Make(tmp_path)
    yield made
    for process in marked(made.mark):
        process.kill()
    made.close()


def while_getting_the_environment(make: Make) -> None:
    use_the_tool_in(make.folder / "scripts" / "bootstrap.py")


def while_setting_up(make: Make) -> None:
    use_the_tool_in(make.folder / "scripts" / "setup.py")


def use_the_tool_in(step: Path) -> None:
    lines = "import subprocess, sys\nsubprocess.run([sys.executable, 'tool.py'])\n"
    step.write_text(f"{lines}print('went on')\n")


def while_running(make: Make) -> None:
    """The stub of the launcher does so by itself."""


def term_to_make(make: Make) -> None:
    make.process.terminate()


def interrupt(make: Make) -> None:
    """Ctrl-C: the whole process group in the foreground hears of it."""
    os.killpg(make.process.pid, signal.SIGINT)


def close_the_terminal(make: Make) -> None:
    os.killpg(make.process.pid, signal.SIGHUP)


def term_to_all(make: Make) -> None:
    """As `timeout` does it: make hears of it, and passes it on to who has heard already."""
    os.killpg(make.process.pid, signal.SIGTERM)


def kill_make(make: Make) -> None:
    make.process.kill()


def kill_make_and_its_group(make: Make) -> None:
    os.killpg(make.process.pid, signal.SIGKILL)


def kill_the_outer_guard(make: Make) -> None:
    make.guards()[0].kill()


def kill_the_inner_guard(make: Make) -> None:
    make.guards()[1].kill()


def kill_the_step(make: Make) -> None:
    make.step().kill()


ENDS = (
    term_to_make,
    term_to_all,
    interrupt,
    close_the_terminal,
    kill_make,
    kill_make_and_its_group,
    kill_the_outer_guard,
    kill_the_inner_guard,
    kill_the_step,
)


def ignores_interrupts(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status").read_text()
    return bool(int(status.partition("SigIgn:")[2].split()[0], 16) & 1 << signal.SIGINT - 1)


@pytest.mark.parametrize("stage", [while_getting_the_environment, while_running])
@pytest.mark.parametrize("end", ENDS)
def test_nothing_is_left(
    make: Make, stage: Callable[[Make], None], end: Callable[[Make], None]
) -> None:
    stage(make)
    make.start("make", "run")
    assert len(marked(make.mark)) >= UPS + 3
    end(make)
    make.process.wait(PATIENCE_S)
    until_gone(make.mark)


def test_an_interrupt_stops_what_a_script_started_in_the_background(make: Make) -> None:
    """Where a shell has no job control, all that it starts with & ignores SIGINT."""
    make.start("sh", "-c", "make run & wait")
    launcher = make.step()
    assert ignores_interrupts(make.guards()[0].ppid())
    interrupt(make)
    assert "stopped in order" in make.rest()
    until_gone(make.mark)
    assert not launcher.is_running()


def test_nohup_lets_it_go_on_when_the_terminal_is_closed(make: Make) -> None:
    make.start("nohup", "make", "run")
    close_the_terminal(make)
    launcher = make.step()
    with pytest.raises(psutil.TimeoutExpired):
        launcher.wait(1)
    term_to_make(make)
    until_gone(make.mark)


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (term_to_make, -signal.SIGTERM),
        (interrupt, -signal.SIGINT),
        (close_the_terminal, -signal.SIGHUP),
    ],
)
@pytest.mark.parametrize("jobs", [(), ("-j4",)])
def test_the_launcher_stops_in_order_and_make_says_how_it_ended(
    make: Make, end: Callable[[Make], None], status: int, jobs: tuple[str, ...]
) -> None:
    make.start("make", *jobs, "run")
    end(make)
    assert make.rest() == "stopped in order\n"
    assert make.process.wait(PATIENCE_S) == status


@pytest.mark.parametrize("stage", [while_getting_the_environment, while_setting_up])
def test_an_interrupted_set_up_says_no_more_than_a_line(
    make: Make, stage: Callable[[Make], None]
) -> None:
    stage(make)
    make.start("make", "run")
    interrupt(make)
    (line,) = make.rest().splitlines()
    assert line.startswith("make: *** [Makefile:")
    assert line.endswith(f"Error {128 + signal.SIGINT}")
    assert make.process.wait(PATIENCE_S) == -signal.SIGINT


def test_who_asks_again_does_not_wait_for_an_orderly_end(make: Make) -> None:
    slow = LAUNCHER.replace("sys.exit(0)", "signal.pause()")
    (make.folder / "scripts" / "run.py").write_text(slow)
    make.start("make", "run")
    interrupt(make)
    time.sleep(1.5)  # a second signal within a second is the same wish, come by another way
    assert make.step().is_running()
    interrupt(make)
    make.process.wait(PATIENCE_S)
    until_gone(make.mark)


def test_what_a_step_leaves_behind_goes_when_it_is_done(make: Make) -> None:
    careless = "import subprocess, sys, time\nsubprocess.Popen([sys.executable, 'tool.py'])\n"
    (make.folder / "scripts" / "bootstrap.py").write_text(f"{careless}time.sleep(1)\n")
    (make.folder / "scripts" / "setup.py").write_text("print('up\\n' * 4)")
    (make.folder / "scripts" / "run.py").write_text("")
    make.start("make", "run")
    assert make.process.wait(PATIENCE_S) == 0
    until_gone(make.mark)


def test_a_step_that_fails_fails_make(make: Make) -> None:
    (make.folder / "scripts" / "setup.py").write_text("print('up\\n' * 4); raise SystemExit(7)")
    make.start("make", "run")
    assert "Error 7" in make.rest()
