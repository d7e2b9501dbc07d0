"""Sentences about comments that were made: change the last one, or delete it."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_task, is_it
from control_api.language.understanding.scene import Scene, plan, refuse
from control_api.language.understanding.things.naming import with_capital
from control_api.language.words.sentence import Slots
from shared.thing_actions import DeleteComment, UpdateComment
from shared.things import Comment


def delete(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The last comment goes away: of all, or on one task."""
    comment = _comment(slots, scene, confidence)
    if isinstance(comment, CommandPlan):
        return comment
    return plan(DeleteComment(comment.id), confidence)


def change(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The last comment gets other words."""
    comment = _comment(slots, scene, confidence)
    if isinstance(comment, CommandPlan):
        return comment
    return plan(UpdateComment(comment.id, text=with_capital(slots["text"].text)), confidence)


def _comment(slots: Slots, scene: Scene, confidence: float) -> Comment | CommandPlan:
    comments = scene.past().comments
    if "task" in slots and not is_it(slots["task"].text, scene.language):
        task = find_task(slots["task"], scene)
        if isinstance(task, CommandPlan):
            return task
        comments = [comment for comment in comments if comment.task_id == task.id]
    if not comments:
        return refuse(scene.language.say("comment-none-such"), confidence)
    return comments[0]


INTENTS = {"delete_comment": Intent(delete), "change_comment": Intent(change)}
