"""What the agent itself says of its turns: the times of each stage, from its log."""

import re
from collections import defaultdict
from collections.abc import Sequence

from bench.equipment.results import Figure, figure

_LINE = re.compile(r"turn, ms: (?P<stages>.*)$")
_STAGE = re.compile(r"(?P<name>\w+)=(?P<ms>\d+)")


def figures(lines: Sequence[str], of: str) -> list[Figure]:
    """One figure a stage; ``total`` is what LiveKit calls e2e: without network and playout."""
    took: dict[str, list[float]] = defaultdict(list)
    for line in lines:
        if found := _LINE.search(line):
            for stage in _STAGE.finditer(found["stages"]):
                took[stage["name"]].append(float(stage["ms"]))
    return [
        figure(f"voice turn, agent, {of}, {name.replace('_', ' ')}", "ms", values)
        for name, values in took.items()
    ]
