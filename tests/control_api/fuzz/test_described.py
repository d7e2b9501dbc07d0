"""A1: every route, asked whatever its description allows and what it doesn't, does as described."""

from typing import Any

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis.errors import Unsatisfiable
from litestar import Litestar
from schemathesis import Case
from schemathesis.config import ChecksConfig, PositiveDataAcceptanceConfig, SchemathesisConfig
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema

from control_api.clock import utc_stamp
from control_api.settings import Settings
from control_api.webhooks.sender import Message, Sender
from shared.webhooks import Delivery
from tests.control_api.conftest import Headers
from tests.sizes import IS_FULL, size

EXAMPLES = size(2, 50)
"""For each route."""
LEFT_OUT = {
    "watchEvents": "it never ends; it has tests of its own",
    "getReadiness": "503 is what it says while no LiveKit server runs",
    "deleteMe": "nobody would be left to ask",
}
NOT_ONLY_FORM = ["2xx", "3xx", "401", "403", "404", "408", "409", "412", "422", "429"]
"""A schema can't say that a date exists, a name is no blank, a version is the present one."""

hasty = hypothesis_settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=not IS_FULL,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=(
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
    ),
)


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


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("signed_in", [True, False])
@pytest.mark.sized
@pytest.mark.timeout(0)
def test_every_route_does_as_described(
    description: BaseSchema, alice: Headers, mode: GenerationMode, *, signed_in: bool
) -> None:
    headers = alice if signed_in else {}
    asked, faults = 0, []
    for result in description.get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()

        @hasty
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Case[Any]) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate(headers=headers)

        try:
            ask()
        except Unsatisfiable:
            continue  # a route without a parameter can't be asked anything wrong
        except (Failure, FailureGroup) as failure:
            faults.append(f"{operation.label}: {describe(failure)}")
    assert asked > 0
    assert not faults, "\n\n".join(faults)


def describe(failure: BaseException) -> str:
    parts = getattr(failure, "exceptions", None) or [failure]
    return "\n".join(str(part)[:1000] for part in parts)
