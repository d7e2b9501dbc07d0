# Lists, and how many there are of something.

# The first few of several things, and how many there are besides.
first-few = { $names }, and { $more } more

# One name after another, with nothing before the last.
name-after-name = { $names }, { $name }

# Two clauses or more, the last behind the others.
clause-and-clause = { $clauses }, and { $clause }

# $number is $count in words, where it is small.
counted-task = { $count ->
    [one] { $number } task
   *[other] { $number } tasks
}
counted-thing = { $count ->
    [one] { $number } thing
   *[other] { $number } things
}
counted-change = { $count ->
    [one] { $number } change
   *[other] { $number } changes
}
counted-second = { $count ->
    [one] { $number } second
   *[other] { $number } seconds
}
counted-minute = { $count ->
    [one] { $number } minute
   *[other] { $number } minutes
}
counted-hour = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
counted-day = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
counted-week = { $count ->
    [one] { $number } week
   *[other] { $number } weeks
}
counted-timer = { $count ->
    [one] { $number } timer
   *[other] { $number } timers
}
counted-alarm = { $count ->
    [one] { $number } alarm
   *[other] { $number } alarms
}
