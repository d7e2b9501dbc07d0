"""All that can be asked for: each subject brings its own, by the names that sentences read as."""

from control_api.language.understanding import (
    changing,
    creating,
    history,
    listing,
    told_done,
    unsupported,
)
from control_api.language.understanding.fields import (
    assigning,
    dates,
    lengths,
    noting,
    ordering,
    parts,
    priorities,
    reminding,
    statuses,
    tagging,
    waiting,
)
from control_api.language.understanding.intent import Intent

_FIELDS = (
    *(assigning, dates, lengths, noting, ordering, parts, priorities, reminding, statuses),
    *(tagging, waiting),
)
_SUBJECTS = (changing, creating, history, listing, told_done, unsupported, *_FIELDS)

INTENTS: dict[str, Intent] = {
    name: intent for subject in _SUBJECTS for name, intent in subject.INTENTS.items()
}
