"""The application's own description, loaded into what makes up questions from it."""

import msgspec
import pytest
import schemathesis
from litestar import Litestar
from schemathesis.config import (
    ChecksConfig,
    PositiveDataAcceptanceConfig,
    SchemathesisConfig,
)
from schemathesis.schemas import BaseSchema

from control_api.database.clock import utc_stamp
from control_api.edges.webhooks.sender import Message, Sender
from control_api.setup.settings import Settings
from shared.webhooks import Delivery

LEFT_OUT = {
    "watchEvents": "it never ends; it has tests of its own",
    "getReadiness": "503 is what it says while no LiveKit server runs",
    "deleteMe": "nobody would be left to ask",
}
NOT_ONLY_FORM = ["2xx", "3xx", "401", "403", "404", "408", "409", "412", "422", "429"]
"""A schema can't say that a date exists, a name is no blank, a version is the present one."""


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return msgspec.structs.replace(settings, allowed_hosts=frozenset({"testserver", "127.0.0.1"}))


@pytest.fixture
def description(app: Litestar, monkeypatch: pytest.MonkeyPatch) -> BaseSchema:
    # What is made up may be an address of somebody.
    monkeypatch.setattr(Sender, "send", fail_to_send)
    config = SchemathesisConfig()
    acceptance = PositiveDataAcceptanceConfig(expected_statuses=NOT_ONLY_FORM)
    config.projects.override.checks = ChecksConfig(positive_data_acceptance=acceptance)
    loaded = schemathesis.openapi.from_asgi("/api/schema/openapi.json", app, config=config)
    return loaded.exclude(operation_id=list(LEFT_OUT))


async def fail_to_send(_: Sender, url: str, secret: str, message: Message) -> Delivery:
    return Delivery(
        event_id=message.event_id, at=utc_stamp(), duration_ms=0, status=500, error=None
    )
