# Questions back about repeats that are no rule, or not wholly understood.
# $errand is what is to be done, as it follows "remind me": "to water the plants", "about milk".
# Examples, after "say", are to be understood by Saydo.

repeat-hours = A task comes once a day at most, so I can make two: say remind me { $errand } every day at nine and at five.
repeat-movable = I can only repeat it by days, weeks, months or a date. Say it like: remind me { $errand } every May 1.
repeat-how-often = How often is that? Say it like: remind me { $errand } every day at nine.

repeat-times-daily = A task comes once a day at most. At which times? Say it like: remind me { $errand } every day at nine and at five.
# $days are weekdays: "Monday and Thursday".
repeat-times-weekly = On which days? Say it like: remind me { $errand } every { $days }.
repeat-times-monthly = On which days? Say it like: remind me { $errand } on the first and fifteenth of every month.
repeat-times-twice-a-year = On which days? Say it like: remind me { $errand } every six months.
repeat-times-yearly = On which days? Say it like: remind me { $errand } every three months.

# $repeat is a repeat in words: "every Monday"; $left is what was said besides.
repeat-understood = I understood { $repeat }. How often should it be?
repeat-understood-but = I understood { $repeat }, but not "{ $left }". How often should it be?

repeat-too-many = I make { $most } tasks of one sentence at most. Say fewer times.
repeat-never = That repeat would have no date. From when on, and until when?
