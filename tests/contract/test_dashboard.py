"""The dashboard and the document of the numbers name what is counted, and nothing else."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from prometheus_client import REGISTRY

import agent_worker.metrics
from control_api.app.application import create_app
from control_api.setup.secrets import load_or_create
from control_api.setup.settings import Settings
from tests.control_api.conftest import NOBODY_LISTENS

ROOT = Path(__file__).parents[2]
DASHBOARD = json.loads((ROOT / "docs" / "grafana.json").read_text())
NAME = re.compile(r"\b(?:saydo|process|lk_agents)_\w+")
SUFFIXES = {
    "counter": ("_total",),
    "gauge": ("",),
    "histogram": ("_bucket", "_sum", "_count"),
}


@pytest.fixture
def counted(tmp_path: Path) -> set[str]:
    """What Prometheus can ask for: of the worker, and of an API that has answered and failed."""
    assert agent_worker.metrics.TURN_SECONDS in REGISTRY._collector_to_names
    settings = Settings(data=tmp_path, secrets=load_or_create(tmp_path), livekit_url=NOBODY_LISTENS)
    app = create_app(settings)
    with TestClient[Litestar](app, base_url="http://127.0.0.1:7300") as client:
        assert client.get("/api/v1/ready").status_code == 503
    return {
        family.name + suffix
        for family in REGISTRY.collect()
        for suffix in SUFFIXES.get(family.type, ())
    }


def queries(panel: dict[str, Any]) -> list[str]:
    return [target["expr"] for target in panel["targets"]]


def test_each_number_that_the_dashboard_names_is_counted(counted: set[str]) -> None:
    named = {
        name
        for panel in DASHBOARD["panels"]
        for query in queries(panel)
        for name in NAME.findall(query)
    }
    assert len(named) > 10
    assert named <= counted


def test_each_panel_shows_something_and_none_lies_on_another() -> None:
    places = set()
    for panel in DASHBOARD["panels"]:
        assert panel["title"]
        assert all(NAME.search(query) for query in queries(panel))
        places.add((panel["gridPos"]["x"], panel["gridPos"]["y"]))
    assert (
        len(places)
        == len(DASHBOARD["panels"])
        == len({panel["id"] for panel in DASHBOARD["panels"]})
    )


def test_each_number_of_ours_is_described_and_none_that_is_gone(counted: set[str]) -> None:
    described = set(re.findall(r"`(saydo_\w+)`", (ROOT / "docs" / "watching.md").read_text()))
    parts = ("_bucket", "_sum", "_count")
    ours = {name for name in counted if name.startswith("saydo_")}
    whole = {name for name in ours if not name.endswith(parts)}
    whole |= {name.removesuffix("_bucket") for name in ours if name.endswith("_bucket")}
    assert described == whole
