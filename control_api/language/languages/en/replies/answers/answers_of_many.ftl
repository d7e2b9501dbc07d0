# Answers to questions about several tasks.
#
# $tasks: "two tasks"; $count: how many they are. $names: the first few. $days: the time that was
# asked about, "this week", "on Friday".

# How much work there is. $due: one of the first two. $length: "two hours".
work-then = { $count ->
    [one] { $tasks } is due { $days }
   *[other] { $tasks } are due { $days }
}
work-open = You have { $tasks }
work-of-unknown-length = { $count ->
    [one] { $due }. It does not say how long it takes.
   *[other] { $due }. None says how long it takes.
}
work-in-all = { $due }: { $length } in all.
# $known: the number of those that take $length together, in words; $count, $number: of the others.
work-in-part = { $count ->
    [1] { $due }: { $length } for { $known } of them; one does not say how long it takes.
   *[other] { $due }: { $length } for { $known } of them; { $number } do not say how long they take.
}

# What to buy. $things: "two things".
buy-none = You have nothing to buy.
buy-things = You need { $things }: { $names }.

# What is important. $priority: "high priority", as the first message says it.
priority = { $priority ->
    [low] low priority
    [medium] medium priority
    [high] high priority
   *[other] { $priority } priority
}
important-none = None of your tasks has a priority.
important-first-urgent = The most important is { $task }: it is urgent.
important-first = The most important is { $task }: it has { $priority }.
important-due = { $title }, { $due }
priority-none = Nothing has { $priority }.
priority-tasks = { $count ->
    [one] { $tasks } has { $priority }: { $names }.
   *[other] { $tasks } have { $priority }: { $names }.
}
urgent-none = Nothing is urgent.
# $less: "two tasks have high priority: ...".
urgent-none-but = Nothing is urgent, but { $less }
urgent-tasks = { $count ->
    [one] { $tasks } is urgent: { $names }.
   *[other] { $tasks } are urgent: { $names }.
}

# What waits for something. $name: a task.
undated-none = All your tasks have a date.
undated-tasks = { $count ->
    [one] { $tasks } has no date: { $names }.
   *[other] { $tasks } have no date: { $names }.
}

blocked-none = No task waits for another.
blocked-tasks = { $count ->
    [one] { $tasks } waits for another: { $names }.
   *[other] { $tasks } wait for others: { $names }.
}
waiting-it = it
waiting-for-nothing = { $name } waits for nothing.
waiting-for = { $name } waits for { $names }.

tagged-none = Nothing is tagged { $tag }.
tagged-tasks = { $count ->
    [one] { $tasks } is tagged { $tag }: { $names }.
   *[other] { $tasks } are tagged { $tag }: { $names }.
}

person-none = { $person } has no open tasks.
person-none-then = { $person } has nothing due { $days }.
person-tasks = { $person } has { $tasks }: { $names }.
person-tasks-then = { $person } has { $tasks } { $days }: { $names }.

# What is next. $task: with its time; $due: "Friday at 3 PM".
next-none-dated = Nothing has a date. First on your list is { $task }.
next-task = Next is { $title }, { $due }.

added-none = You have added nothing yet.
added-none-then = You added nothing { $days }.
added-last = You added last: { $names }.
added-then = You added { $tasks } { $days }: { $names }.
finished-none = You have finished nothing yet.
finished-none-then = You finished nothing { $days }.
finished-last = You finished last: { $names }.
finished-then = You finished { $tasks } { $days }: { $names }.
