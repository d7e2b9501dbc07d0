# Small talk, what Saydo is, can do and can't, and what time and day it is.

talk-thanks = Avec plaisir.
talk-greeting = Bonjour. Que dois-je retenir pour toi ?
talk-goodbye = Au revoir.
talk-good-night = Bonne nuit.
talk-how-are-you = Ça va bien, merci. Que dois-je retenir pour toi ?
talk-who-are-you = Je suis Saydo. { talk-help }
# What it says to say must be understood.
talk-help = Je m'occupe de tes tâches et de tes listes. Dis : rappelle-moi d'appeler Sarah demain à trois heures, ajoute du lait à ma liste de courses, ou : qu'est-ce que j'ai vendredi ?
talk-hear-me = Je t'entends.
talk-praise = Merci.
talk-sorry = Pas de problème.

# To what only a made-up answer could be given.
out-of-reach-weather = Je ne connais pas la météo ; je m'occupe de tes tâches et de tes listes.
out-of-reach-news = Je ne connais pas les actualités ; je m'occupe de tes tâches et de tes listes.
out-of-reach-traffic = Je ne connais pas la circulation ; je m'occupe de tes tâches et de tes listes.
out-of-reach-prices = Je ne connais pas les cours ; je m'occupe de tes tâches et de tes listes.
out-of-reach-music = Je ne peux rien jouer ; je m'occupe de tes tâches et de tes listes.
out-of-reach-messages = Je ne peux pas envoyer de messages ; je m'occupe de tes tâches et de tes listes.
out-of-reach-calls = Je ne peux pas téléphoner ; je m'occupe de tes tâches et de tes listes.
out-of-reach-orders = Je ne peux rien réserver ni commander ; je m'occupe de tes tâches et de tes listes.
out-of-reach-ways = Je ne connais pas les itinéraires ; je m'occupe de tes tâches et de tes listes.
out-of-reach-switches = Je ne peux rien allumer ni éteindre ; je m'occupe de tes tâches et de tes listes.
out-of-reach-programs = Je ne peux rien ouvrir ; je m'occupe de tes tâches et de tes listes.
# $errand is what was asked for, as it was said, with a small first letter; French would have to bend its verb.
out-of-reach-messages-but = Je ne peux pas envoyer de messages, mais je peux te le rappeler. Dis par exemple : rappelle-moi d'envoyer un message à Paul.
out-of-reach-calls-but = Je ne peux pas téléphoner, mais je peux te le rappeler. Dis par exemple : rappelle-moi d'appeler maman.
out-of-reach-orders-but = Je ne peux rien réserver ni commander, mais je peux te le rappeler. Dis par exemple : rappelle-moi de réserver une table.
not-at-a-place = Je ne sais pas où tu es, alors je ne peux pas te le rappeler là-bas.

# Questions about time itself: what time it is, what day a day is, how long until one.

# $clock is a time of day, "15 h".
time-now = Il est { $clock }.
# $place is a city or a country; the preposition would depend on it.
time-in = { $place } : il est { $clock }.
# It is another day there. $weekday is a name.
time-in-on = { $place } : il est { $clock }, { $weekday }.
# $place is what a time is called by: "Pacifique".
time-of-zone = Il est { $clock }, heure { $place }.
time-of-zone-on = Il est { $clock }, { $weekday }, heure { $place }.
time-unknown-in = Je ne connais pas l'heure de ce lieu : { $place }.

# $date is "day-date" or "day-date-and-year" in all that follows.
date-of-today = Aujourd'hui, nous sommes le { $date }.
date-of-day = C'est le { $date }.
named-day-is-today = C'est aujourd'hui, le { $date }.
# $day is as it was said: "samedi prochain", "Noël". The first letter becomes a capital.
named-day-is = { $day }, c'est le { $date }.
is-weekday-today = Oui, aujourd'hui nous sommes le { $date }.
is-other-weekday-today = Non, aujourd'hui nous sommes le { $date }.
is-weekday = Oui, c'est le { $date }.
is-other-weekday = Non, c'est le { $date }.

# $left is "trois jours", "deux semaines et un jour". The first letter becomes a capital.
left-until-date = { $left } avant le { $date }.
# $day is as it was said: "Noël".
left-until-day = { $left } avant { $day } : le { $date }.
# $left is "deux heures et cinq minutes", $time as it was said: "midi", "17 h".
left-until-time = { $left } avant { $time }.

# By ISO 8601; $week is a number.
week-number = C'est la semaine { $week }.
# $month is a name, $year its figures.
month-now = Nous sommes en { $month } { $year }.
