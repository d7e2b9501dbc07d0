# Which tasks there are.
#
# $tasks: "two tasks". $task: one of them, as below. $names: the first few. $days: the time that was
# asked about, "this week", "on Friday"; $for_days: "for Friday".

# A task with its time. $on_due: "on Friday at 3 PM"; $at_clock: "at 3 PM".
item-due = { $title } { $on_due }
item-at-clock = { $title } { $at_clock }
item-on-list = { $task }, { $on_list }

tasks-in = { $tasks } in { $project }
tasks-about = { $tasks } about { $search }
list-tasks = You have { $tasks }: { $names }.
list-tasks-then = You have { $tasks } { $for_days }: { $names }.
list-overdue = { $count ->
    [one] { $tasks } is overdue: { $names }.
   *[other] { $tasks } are overdue: { $names }.
}
list-one = { $task }.
list-further = Then { $names }.
list-further-none = That was all.

list-none = You have no open tasks.
list-none-then = Nothing is due { $days }.
list-none-overdue = Nothing is overdue.
list-none-about = I found no open task about { $search }.
list-none-in = There is nothing in { $project }.
list-none-in-then = There is nothing due { $days } in { $project }.
