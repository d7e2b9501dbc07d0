"""Measured figures: their percentiles, the file they are kept in, the table that is printed."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from rich.console import Console
from rich.table import Table

FILE = Path(__file__).parents[1] / "results.json"


class Figure(msgspec.Struct, omit_defaults=True):
    """One measured quantity."""

    name: str
    unit: str
    p50: float
    p95: float
    n: int
    p99: float | None = None
    notes: dict[str, Any] = {}
    """Whatever belongs beside the figure, such as the rate of false cut-offs."""


def figure(name: str, unit: str, values: Sequence[float], **notes: Any) -> Figure:
    """Percentiles of `values`, which must not be empty."""
    p50, p95, p99 = (float(np.percentile(values, share)) for share in (50, 95, 99))
    return Figure(name, unit, round(p50, 4), round(p95, 4), len(values), round(p99, 4), notes)


class Report:
    """Collects figures, and keeps the file up to date so that a cut-off run still leaves some."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.failed: list[str] = []
        """Parts that broke off."""
        self._began = time.monotonic()

    def add(self, *figures: Figure) -> None:
        """Keep, store and print."""
        self.figures.extend(figures)
        FILE.write_bytes(msgspec.json.format(msgspec.json.encode(self.figures)) + b"\n")
        for one in figures:
            p99 = "" if one.p99 is None else f", p99 {one.p99:g}"
            self.say(
                f"{one.name}: p50 {one.p50:g} {one.unit}, p95 {one.p95:g}{p99} (n={one.n}) "
                f"{one.notes or ''}"
            )

    def say(self, what: str) -> None:
        """Print what is being done."""
        print(f"[{time.monotonic() - self._began:6.1f} s] {what}", flush=True)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Measure a part; should it fail, say so and let the others go on."""
        self.say(name)
        try:
            yield
        except Exception as error:  # noqa: BLE001 (whatever it is, the other parts can be measured)
            self.failed.append(name)
            self.say(f"{name} broke off: {type(error).__name__}: {error}")

    def table(self) -> None:
        """Print all of it once more, as a table."""
        table = Table(title="Measured on this machine")
        for heading in ("what", "p50", "p95", "p99", "unit", "n", "beside it"):
            table.add_column(heading, justify="left" if heading in {"what", "unit"} else "right")
        for one in self.figures:
            beside = ", ".join(f"{key} {value}" for key, value in one.notes.items())
            p99 = "" if one.p99 is None else f"{one.p99:g}"
            table.add_row(
                one.name, f"{one.p50:g}", f"{one.p95:g}", p99, one.unit, str(one.n), beside
            )
        Console(width=160).print(table)
