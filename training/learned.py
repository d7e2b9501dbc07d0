"""What is learned: intents of the grammar, and what other people's sets call the same."""

from importlib.resources import files
from typing import Any

import yaml

_DATA: dict[str, Any] = yaml.safe_load((files("training") / "learned.yaml").read_text("utf-8"))

LEARNED: frozenset[str] = frozenset(_DATA["learned"].split())
SAME: dict[str, str] = _DATA["same"]
MAY_MEAN: dict[str, tuple[str, ...]] = {
    name: tuple(intents.split()) for name, intents in _DATA["may_mean"].items()
}
