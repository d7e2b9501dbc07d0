# Warum etwas getan wurde, in ein oder zwei Sätzen.

why-sentences = Ich habe { $said } verstanden, und das ist ein Befehl, den ich kenne.
why-learned = Ich habe { $said } verstanden, kenne das nicht als Befehl und habe erraten, was gemeint ist.
why-answer = Ich habe { $said } für die Antwort auf meine Frage gehalten.
why-no-command = Ich habe { $said } verstanden, und das ist kein Befehl, den ich kenne.
why-model = Das Sprachmodell hat dich so verstanden.
why-given = Das kam von einer Taste oder einem Programm, nicht aus deinen Worten.
why-gone = Worum es dabei ging, ist endgültig gelöscht.
why-nothing = Ich habe hier in den letzten zehn Minuten nichts getan.
why-and-reply = { $why } Deshalb habe ich gesagt: { $reply }
