"""How long `saydo` takes, from the start of its process to its end, as a person waits for it."""

import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from bench.equipment.results import Figure, Report, figure
from bench.equipment.seeding import seed
from bench.equipment.serving import prepare, serving, workspace_file
from scripts.machine.places import ROOT

ROUNDS = 40
TASKS = 1000
WORDS = {
    "version": ("--version",),
    "add": ("add", "call Zebedee tomorrow at three"),
    "list": ("list", "--limit", "20"),
    "done": ("done", "zebedee"),
}


def measure(report: Report) -> None:
    """All of it, into the report."""
    with tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder:
        data = Path(folder) / "data"
        tokens = prepare(data, [])
        seed(workspace_file(data), TASKS, tell=report.say)
        with report.part("commands"), serving(data, tokens) as served:
            environ = os.environ | {
                "SAYDO_DATA": str(data),
                "SAYDO_PORT": str(served.port),
                "XDG_STATE_HOME": f"{folder}/state",
                "XDG_CONFIG_HOME": f"{folder}/config",
            }
            for figures in _each(environ):
                report.add(figures)
            report.add(_first(environ, Path(folder) / "state"))


def _each(environ: Mapping[str, str]) -> list[Figure]:
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in WORDS}
    for _ in range(ROUNDS):
        for name, words in WORDS.items():
            took[name].append(_run(words, environ))
    return [_figure(name, of) for name, of in took.items()]


def _first(environ: Mapping[str, str], state: Path) -> Figure:
    """With the making of a token, which is then kept."""
    took = []
    for _ in range(ROUNDS):
        (state / "saydo" / "local-tokens.json").unlink()
        took.append(_run(WORDS["list"], environ))
    return _figure("list, with a new token", took)


def _figure(name: str, took: list[tuple[float, float]]) -> Figure:
    cpu = round(float(np.median([cpu for _, cpu in took])), 3)
    return figure(f"saydo {name}", "s", [wall for wall, _ in took], cpu_s=cpu)


def _run(words: tuple[str, ...], environ: Mapping[str, str]) -> tuple[float, float]:
    """Seconds by the clock and of computing; raises CalledProcessError when it fails."""
    before, began = _computed(), time.perf_counter()
    subprocess.run(
        [ROOT / "scripts" / "saydo", *words], env=environ, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - began, _computed() - before


def _computed() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
