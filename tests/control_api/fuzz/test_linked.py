"""A1: what an answer leads to, by the links of the description, also after it was deleted."""

import random
import uuid
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pytest
from hypothesis import Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from litestar import Litestar
from schemathesis import Case, Response
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.generation.stateful.state_machine import StepOutput
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.expressions import evaluate

from control_api.database.clock import utc_stamp
from control_api.http.links import CREATED, DELETED, WORKSPACE
from control_api.setup.settings import Settings
from control_api.who.accounts.store import ensure_account
from control_api.who.signed_tokens.tokens import make_owner_token
from tests.control_api.conftest import Headers, bearer
from tests.control_api.fuzz.test_described import describe
from tests.patience import PATIENCE_S
from tests.sizes import IS_FULL, size

WALKS = size(20, 300)
STEPS = 20
DELETED_FOR_GOOD = {"deleteWebhook", "revokeFeed", "purge"}
MAY_BRING_BACK = {"runCommand", "restoreFromTrash", "import"}

NEEDED = {"title", "name", "text", "query", "url", "role"}
SENSIBLE = {"query": "overdue & #work", "url": "https://hooks.example/saydo"}
"""What is hardly ever made up by chance."""

wandering = hypothesis_settings(
    max_examples=WALKS,
    derandomize=not IS_FULL,
    database=None,
    phases=(Phase.generate,),
)


class Link(NamedTuple):
    """A question that an answer leads to."""

    target: str
    described: dict[str, Any]


@dataclass
class Followed:
    """How often something was asked that proves something."""

    links: int = 0
    in_trash: int = 0
    gone: int = 0


@dataclass
class Walk:
    """One person's questions, each led to by an answer before it, and what became of the things."""

    operations: dict[str, APIOperation[Any, Any, Any, Any]]
    headers: Headers
    followed: Followed
    chance: random.Random
    open: list[tuple[StepOutput, Link]] = field(default_factory=list)
    in_trash: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)

    def step(self, data: st.DataObject) -> None:
        """Ask one question, and look at the answer."""
        if self.open and self.chance.random() < 0.8:
            name = self.chance.choice(sorted({link.target for _, link in self.open}))
            answer, link = self.chance.choice(
                [each for each in self.open if each[1].target == name]
            )
            case = self._draw(data, name)
            self._fill_in(case, answer, link.described)
            self.followed.links += 1
        else:
            name = self.chance.choice(sorted(CREATED))
            case = self._draw(data, name)
        response = case.call(headers=self.headers, timeout=PATIENCE_S)
        case.validate_response(response)
        self._compare(name, case, response)
        raw = self.operations[name].definition.raw["responses"]
        links = raw.get(str(response.status_code), {}).get("links", {})
        output = StepOutput(response, case)
        self.open += [(output, Link(each["operationId"], each)) for each in links.values()]

    def _draw(self, data: st.DataObject, name: str) -> Case[Any]:
        case = data.draw(self.operations[name].as_strategy(generation_mode=GenerationMode.POSITIVE))
        # Made-up ones are nobody's workspaces and no versions.
        for header in (WORKSPACE, "If-Match", "If-None-Match"):
            case.headers.pop(header, None)
        if isinstance(case.body, dict):
            case.body = self._likely(case.body)
        return case

    def _likely(self, body: dict[str, Any]) -> dict[str, Any]:
        """Leave most of it out: of many fields one is always wrong, a part of nothing, say."""
        few = {*NEEDED, *self.chance.sample(sorted(body), min(2, len(body)))}
        given = {name: value for name, value in body.items() if name in few}
        sensible = {name: SENSIBLE[name] for name in given.keys() & SENSIBLE.keys()}
        return given | (sensible if self.chance.random() < 0.5 else {})

    def _fill_in(self, case: Case[Any], answer: StepOutput, described: dict[str, Any]) -> None:
        for name, expression in described.get("parameters", {}).items():
            value = evaluate(expression, answer)
            if not isinstance(value, str):
                continue  # the header was not sent then either
            if name in case.path_parameters:
                case.path_parameters[name] = value
            else:
                case.headers[name] = value
        if "requestBody" in described:
            case.body = evaluate(described["requestBody"], answer, evaluate_nested=True)

    def _compare(self, name: str, case: Case[Any], response: Response) -> None:
        about = {str(each) for each in case.path_parameters.values()}
        is_done = response.status_code < 300
        if case.method in {"GET", "PATCH"}:
            self.followed.in_trash += bool(about & self.in_trash)
            self.followed.gone += bool(about & self.gone)
            away = self.gone if name == "getHistory" else self.gone | self.in_trash
            assert not (is_done and about & away), f"{name} of {about}"
        if not is_done:
            return
        if name in DELETED:
            self.in_trash |= about
        elif name in DELETED_FOR_GOOD:
            self.gone |= about
            self.in_trash -= about
        elif name in MAY_BRING_BACK:
            assert not about & self.gone, f"{name} of {about}"
            self.in_trash.clear()


@pytest.mark.sized
@pytest.mark.timeout(0)
def test_what_an_answer_leads_to_is_as_described_and_what_was_deleted_is_not_there(
    app: Litestar, settings: Settings, description: BaseSchema
) -> None:
    control, key = app.state.control, settings.secrets.signing_key
    followed = Followed()
    operations = {}
    for result in description.get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()
        operations[operation.definition.raw["operationId"]] = operation

    @wandering
    @given(st.data())
    def wander(data: st.DataObject) -> None:
        somebody = str(uuid.uuid4())
        control.write_now(lambda db: ensure_account(db, somebody, utc_stamp()))
        chance = random.Random(data.draw(st.integers(0, 1 << 32)))
        walk = Walk(operations, bearer(make_owner_token(key, somebody)), followed, chance)
        for _ in range(STEPS):
            walk.step(data)

    try:
        wander()
    except (Failure, FailureGroup) as failure:
        pytest.fail(describe(failure))
    assert min(followed.links, followed.in_trash, followed.gone) > WALKS // 10, followed
