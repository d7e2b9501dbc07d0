"""How many conversations this machine bears at a time: measured once, kept beside the models."""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from scripts.machine.places import ROOT, models_folder

VARIABLE = "SAYDO_MAX_CONVERSATIONS"
_WITHIN_S = 120


def file() -> Path:
    """Where it is kept."""
    return models_folder().parent / "conversations.json"


def known() -> int | None:
    """What was measured on this machine, with these models; None when nothing was."""
    try:
        kept = json.loads(file().read_text())
        return int(kept["conversations"]) if kept["measured_on"] == _machine() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def measure() -> int | None:
    """Measure it and keep it; None when that can't be done."""
    command = [sys.executable, "-m", "agent_worker", "bears"]
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=_WITHIN_S, check=True
        )
        measured = int(done.stdout)
        file().write_text(
            json.dumps({"conversations": measured, "measured_on": _machine()}), "utf-8"
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return measured


def _machine() -> str:
    model = os.environ.get("SAYDO_STT_MODEL", "")
    return f"{platform.node()} {platform.machine()} {os.cpu_count()} {model}".strip()
