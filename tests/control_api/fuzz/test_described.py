"""A1: every route, asked whatever its description allows and what it doesn't, does as described."""

from typing import Any

import pytest
from hypothesis import Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema

from tests.control_api.conftest import Headers
from tests.patience import PATIENCE_S
from tests.sizes import IS_FULL, size

EXAMPLES = size(2, 50)
"""For each route."""

hasty = hypothesis_settings(
    max_examples=EXAMPLES,
    derandomize=not IS_FULL,
    database=None,
    phases=(Phase.explicit, Phase.generate),
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
            case.call_and_validate(headers=headers, timeout=PATIENCE_S)

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
