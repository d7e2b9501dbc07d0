"""All that can be asked for: each subject brings its own, by the names that sentences read as."""

from control_api.language.understanding import (
    changing,
    conversation,
    creating,
    history,
    listing,
    told_done,
)
from control_api.language.understanding.asking import (
    about_lists,
    about_many,
    about_one,
    about_time,
    places,
    talking,
)
from control_api.language.understanding.bells import alarms, ringing, timers
from control_api.language.understanding.fields import (
    assigning,
    beside,
    dates,
    lengths,
    noting,
    ordering,
    parts,
    priorities,
    reminding,
    retitling,
    shifting,
    statuses,
    tagging,
    waiting,
)
from control_api.language.understanding.following import corrections, going_on
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.repeats import asking, birthdays
from control_api.language.understanding.telling import duties, goods, orders, several, stating
from control_api.language.understanding.things import (
    comments,
    deeds,
    people,
    projects,
    saved_filters,
    tags,
    trash,
    whole_lists,
)

_SUBJECTS = (
    *(changing, conversation, creating, history, listing, told_done),
    corrections,
    going_on,
    *(duties, goods, orders, several, stating),
    *(about_lists, about_many, about_one, about_time, places, talking),
    *(assigning, beside, dates, lengths, noting, ordering, parts, priorities, reminding, statuses),
    *(retitling, shifting, tagging, waiting),
    *(asking, birthdays),
    *(comments, deeds, people, projects, saved_filters, tags, trash, whole_lists),
    *(alarms, ringing, timers),
)

INTENTS: dict[str, Intent] = {
    name: intent for subject in _SUBJECTS for name, intent in subject.INTENTS.items()
}
