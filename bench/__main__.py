"""Run all benchmarks: `make bench`, or one by name, `python -m bench voice`."""

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import command_line
from bench.api import promises, requests, sentences, store
from bench.conversation.caller import in_room
from bench.conversation.stack import Stack, running
from bench.equipment.results import Report, figure
from bench.voice import barging, conversations, faults, memory, recognition, stages, turns
from bench.voice.comparison import default_worker, in_default_room

PARTS = (
    "start",
    "api",
    "store",
    "promises",
    "sentences",
    "memory",
    "voice",
    "barging",
    "conversations",
    "faults",
    "speech",
    "commands",
)
BY_THEMSELVES: dict[str, Callable[[Report], None]] = {
    "barging": barging.measure,
    "conversations": conversations.measure,
    "faults": faults.measure,
    "store": store.measure,
    "sentences": sentences.measure,
    "promises": promises.measure,
    "commands": command_line.measure,
}
VOICE_ROUNDS = 2
RECORDINGS = 30


def measure_running(report: Report, parts: set[str]) -> None:
    """Everything that needs a running Saydo."""
    with tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder:
        began = time.monotonic()
        with running(Path(folder)) as stack:
            report.add(figure("start to ready", "s", [time.monotonic() - began]))
            if "memory" in parts:
                report.add(memory.figures(stack, "idle"))
            if "api" in parts:
                report.add(*requests.tasks_over_http(stack))
                report.add(requests.interpretation(stack), requests.event_to_client(stack))
            if "memory" in parts:
                for count in (1, 5):
                    report.add(asyncio.run(memory.with_conversations(stack, count)))
    if "voice" in parts:
        with (
            tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder,
            running(Path(folder)) as stack,
        ):
            measure_voice(report, stack)


def measure_voice(report: Report, stack: Stack) -> None:
    """Measure turns in the local voice and, where they are, people's recordings; both ways."""
    sets = {
        "commands": turns.local_commands(VOICE_ROUNDS),
        "commands with a pause inside": turns.paused_commands(),
    }
    folder = recognition.recordings_folder()
    if folder is not None:
        sets["recordings"] = turns.human_recordings(folder, RECORDINGS)
    for name, said in sets.items():
        logged = len(stack.lines)
        ours = in_room(stack.address, stack.token)
        report.add(asyncio.run(turns.turns(ours, said, f"voice turn, caller, {name}")))
        report.add(*stages.figures(stack.lines[logged:], name))
    with default_worker(stack):
        for name, said in sets.items():
            theirs = in_default_room(stack)
            title = f"voice turn, caller, {name}, LiveKit's default turn-taking"
            report.add(asyncio.run(turns.turns(theirs, said, title)))


def main(names: list[str]) -> None:
    """Measure `names`, or everything."""
    unknown = set(names) - set(PARTS)
    if unknown:
        sys.exit(f"unknown benchmark {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    parts = set(names or PARTS)
    report = Report()
    if parts & {"start", "api", "memory", "voice"}:
        measure_running(report, parts)
    for name, measure in BY_THEMSELVES.items():
        if name in parts:
            measure(report)
    if "speech" in parts:
        report.add(*recognition.figures())
    report.table()
    if report.failed:
        sys.exit(f"broke off: {', '.join(report.failed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
