# Small talk, what Saydo is, can do and can't, and what time and day it is.

talk-thanks = You're welcome.
talk-greeting = Hello. What should I remember for you?
talk-goodbye = Goodbye.
talk-good-night = Good night.
talk-how-are-you = I'm fine, thank you. What should I remember for you?
talk-who-are-you = I'm Saydo. { talk-help }
# What it says to say must be understood.
talk-help = I keep your tasks and lists. Say: remind me to call Sarah tomorrow at three, add milk to my shopping list, or: what's on for Friday?
talk-hear-me = I hear you.
talk-praise = Thank you.
talk-sorry = No problem.

# To what only a made-up answer could be given.
out-of-reach-weather = I don't know the weather; I keep your tasks and lists.
out-of-reach-news = I don't know the news; I keep your tasks and lists.
out-of-reach-traffic = I don't know the traffic; I keep your tasks and lists.
out-of-reach-prices = I don't know prices; I keep your tasks and lists.
out-of-reach-music = I can't play anything; I keep your tasks and lists.
out-of-reach-messages = I can't send messages; I keep your tasks and lists.
out-of-reach-calls = I can't make calls; I keep your tasks and lists.
out-of-reach-orders = I can't book or order anything; I keep your tasks and lists.
out-of-reach-ways = I don't know the way anywhere; I keep your tasks and lists.
out-of-reach-switches = I can't switch anything on or off; I keep your tasks and lists.
out-of-reach-programs = I can't open anything; I keep your tasks and lists.
# $errand is what was asked for, as it was said, with a small first letter: "call my mother".
out-of-reach-messages-but = I can't send messages, but I can remind you. Say: remind me to { $errand }.
out-of-reach-calls-but = I can't make calls, but I can remind you. Say: remind me to { $errand }.
out-of-reach-orders-but = I can't book or order anything, but I can remind you. Say: remind me to { $errand }.
not-at-a-place = I don't know where you are, so I can't remind you there.

# Questions about time itself: what time it is, what day a day is, how long until one.

# $clock is a time of day, "3 PM", and $hour the hour of it from 0 to 23, for verbs that bend with it.
time-now = { $hour ->
   *[other] It's { $clock }.
}
# $place is a city or a country.
time-in = { $hour ->
   *[other] In { $place } it's { $clock }.
}
# It is another day there. $weekday is a name.
time-in-on = { $hour ->
   *[other] In { $place } it's { $clock } on { $weekday }.
}
# $place is what a time is called by: "Pacific".
time-of-zone = { $hour ->
   *[other] It's { $clock }, { $place } time.
}
time-of-zone-on = { $hour ->
   *[other] It's { $clock } on { $weekday }, { $place } time.
}
time-unknown-in = I don't know what time it is in { $place }.

# $date is "day-date" or "day-date-and-year" in all that follows.
date-of-today = Today is { $date }.
date-of-day = That is { $date }.
named-day-is-today = That is today, { $date }.
# $day is as it was said: "next Saturday", "Christmas". The first letter becomes a capital.
named-day-is = { $day } is { $date }.
# "Is it Monday today?", "Is the 23rd a Saturday?"
is-weekday-today = Yes, today is { $date }.
is-other-weekday-today = No, today is { $date }.
is-weekday = Yes, it is { $date }.
is-other-weekday = No, it is { $date }.

# $left is "three days", "two weeks and one day". The first letter becomes a capital.
left-until-date = { $left } until { $date }.
# $day is as it was said: "Christmas".
left-until-day = { $left } until { $day }: { $date }.
# $left is "two hours and five minutes", $time as it was said: "noon", "5 PM".
left-until-time = { $left } until { $time }.

# By ISO 8601; $week is a number.
week-number = That is week { $week }.
# $month is a name, $year its figures.
month-now = It's { $month } { $year }.
