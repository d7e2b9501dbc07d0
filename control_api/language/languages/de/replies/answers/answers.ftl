# Antworten auf Fragen zu einer Aufgabe.

answer-yes = Ja, { $said }
answer-no = Nein, { $said }

answer-several = Ja, davon hast du { $tasks }: { $names }.
answer-there = Ja: { $task }.
answer-elsewhere = Nicht { $on_list }, aber es gibt { $task }.
answer-no-such = Nein, du hast keine Aufgabe wie „{ $name }“.
answer-no-such-then = Nein, { $days } hast du keine Aufgabe wie „{ $name }“.
answer-none-due = Nein, { $days } ist nichts wie „{ $name }“ fällig.
answer-not-on-list = { $count ->
    [one] Nein, { $name } steht nicht { $on_list }.
   *[other] Nein, { $name } stehen nicht { $on_list }.
}

answer-on-list = { $count ->
    [one] { $name } steht { $on_list }.
   *[other] { $name } stehen { $on_list }.
}
answer-on-list-due = { $count ->
    [one] { $name } steht { $on_list }, { $due }.
   *[other] { $name } stehen { $on_list }, { $due }.
}
answer-on-no-list = { $count ->
    [one] { $name } steht auf keiner Liste.
   *[other] { $name } stehen auf keiner Liste.
}
answer-on-no-list-due = { $count ->
    [one] { $name } steht auf keiner Liste, { $due }.
   *[other] { $name } stehen auf keiner Liste, { $due }.
}

answer-never-there = Ich finde keine Aufgabe wie „{ $name }“, weder offen noch erledigt.
answer-in-progress = { $count ->
    [one] Nein, { $name } ist in Arbeit.
   *[other] Nein, { $name } sind in Arbeit.
}
answer-in-progress-due = { $count ->
    [one] Nein, { $name } ist in Arbeit, fällig { $due }.
   *[other] Nein, { $name } sind in Arbeit, fällig { $due }.
}
answer-still-open = { $count ->
    [one] Nein, { $name } ist noch offen.
   *[other] Nein, { $name } sind noch offen.
}
answer-still-open-due = { $count ->
    [one] Nein, { $name } ist noch offen, fällig { $due }.
   *[other] Nein, { $name } sind noch offen, fällig { $due }.
}
answer-was-cancelled = Nein, { $name } wurde abgesagt.
answer-was-done = { $count ->
    [one] Ja, { $name } ist erledigt.
   *[other] Ja, { $name } sind erledigt.
}
answer-was-done-then = { $count ->
    [one] Ja, { $name } wurde { $day } erledigt.
   *[other] Ja, { $name } wurden { $day } erledigt.
}

answer-event = { $count ->
    [one] { $name } ist { $due }.
   *[other] { $name } sind { $due }.
}
answer-due = { $count ->
    [one] { $name } ist { $due } fällig.
   *[other] { $name } sind { $due } fällig.
}
answer-no-date = { $name } hat kein Datum.
answer-no-date-but-deadline = { $name } hat kein Datum, aber die Frist ist { $deadline }.
answer-deadline = die Frist für { $name } ist { $deadline }.
answer-no-deadline = { $name } hat keine Frist und kein Datum.
answer-no-deadline-but-due = { $name } hat keine Frist, ist aber { $due } fällig.
answer-repeats = { $name } kommt { $often }, das nächste Mal { $due }.
answer-no-repeat = { $name } wiederholt sich nicht.
answer-no-repeat-but-due = { $name } wiederholt sich nicht, fällig { $due }.
