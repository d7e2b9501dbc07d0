"""Cases are run as requests are, each in a workspace of its own."""

from pathlib import Path

from control_api.evaluation.cases import read_cases
from control_api.evaluation.running import Ask, run_cases
from control_api.log.workspaces import Workspace

CASES = """
{"home": "alice", "given": [{"type": "create_task", "title": "Eggs"}, "add milk to my list"]}
{"kind": "a", "in": "alice", "say": "delete the milk", "then": {"gone": ["Milk"]}}
{"kind": "a", "in": "alice", "say": ["add bread", "undo"], "then": {"outcome": "done"}}
{"kind": "b", "in": "alice", "say": "what's on my list", "then": {"reply": "milk"}}
{"kind": "b", "say": "delete the milk", "then": {"outcome": "refused"}}
{"kind": "b", "say": "add milk", "then": {"tasks": [{"title": "Bread"}]}}
"""


def test_each_is_run_in_its_own_state(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(CASES)
    told: list[tuple[int, int]] = []
    runs = run_cases(read_cases([file]), lambda done, of: told.append((done, of)))
    assert [run.judgement.verdict for run in runs] == ["right"] * 4 + ["wrong"]
    assert told == [(number, 5) for number in range(1, 6)]
    assert [len(run.took_ms) for run in runs] == [1, 2, 1, 1, 1]
    assert "Bread" in runs[-1].judgement.why


class Ears:
    """They hear "bred" for "bread"."""

    async def hear(self, sentence: str, workspace: Workspace, ask: Ask) -> str:
        del workspace, ask
        return sentence.replace("bread", "bred")

    def sounds_same(self, one: str, other: str) -> bool:
        return one.casefold().replace("bread", "bred") == other.casefold()


def test_what_is_said_aloud_is_judged_by_ear(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"kind": "a", "say": "add bread", "then": {"tasks": [{"title": "Bread"}]}}')
    (run,) = run_cases(read_cases([file]), ears=Ears())
    assert run.heard == ["add bred"]
    assert run.judgement.verdict == "right"
