# Wie mit jemandem gesprochen wird: was daran geändert wurde, und wie es ist.

settings-speed = { $change ->
    [more] Ich spreche schneller.
    [less] Ich spreche langsamer.
   *[usual] Ich spreche wieder so schnell wie sonst.
}
settings-patience = { $change ->
    [more] Ich warte länger, bevor ich antworte.
    [less] Ich antworte früher.
   *[usual] Ich warte so lange wie sonst.
}
settings-sensitivity = { $value ->
    [high] Ich höre auch leisere Stimmen.
    [low] Ich höre nur noch lautere Stimmen.
   *[normal] Ich höre zu wie sonst.
}
settings-microphone = { $value ->
    [push_to_talk] Ich höre zu, solange du die Taste hältst.
   *[open] Ich höre die ganze Zeit zu.
}
settings-sleep-after-min = Nach so viel Stille gehe ich schlafen: { $length }.
settings-sleep-after-min-never = Ich gehe nicht von selbst schlafen.
settings-longest-min = Nach so langer Zeit beende ich ein Gespräch: { $length }.
settings-longest-min-never = Ein Gespräch darf so lange dauern, wie du willst.

settings-hearing-leaves = { $value ->
    [never] Deine Stimme bleibt auf diesem Rechner.
   *[always] Deine Stimme darf zu einer Spracherkennung anderswo gehen.
}
settings-thinking-leaves = { $value ->
    [never] Über das, was du sagst, denke ich nur auf diesem Rechner nach.
    [questions] Nur Fragen, die nichts mit deinen Aufgaben zu tun haben, dürfen zu einem Sprachmodell anderswo gehen.
   *[always] Was du sagst, darf zu einem Sprachmodell anderswo gehen.
}
settings-speaking-leaves = { $value ->
    [never] Ich spreche nur auf diesem Rechner.
    [questions] Nur Antworten, die nichts mit deinen Aufgaben zu tun haben, dürfen zu einer Stimme anderswo gehen.
   *[always] Was ich sage, darf zu einer Stimme anderswo gehen.
}

# Vorher gefragt, wenn mehr dorthin gehen soll.
question-hearing-leaves = Darf deine Stimme zu einer Spracherkennung anderswo gehen?
question-thinking-leaves = { $value ->
    [questions] Dürfen Fragen, die nichts mit deinen Aufgaben zu tun haben, zu einem Sprachmodell anderswo gehen?
   *[always] Darf das, was du sagst, zu einem Sprachmodell anderswo gehen?
}
question-speaking-leaves = { $value ->
    [questions] Dürfen Antworten, die nichts mit deinen Aufgaben zu tun haben, zu einer Stimme anderswo gehen?
   *[always] Darf das, was ich sage, zu einer Stimme anderswo gehen?
}

settings-speed-end = { $end ->
    [most] Schneller kann ich nicht sprechen.
   *[least] Langsamer kann ich nicht sprechen.
}
settings-patience-end = { $end ->
    [most] Länger kann ich nicht warten.
   *[least] Früher kann ich nicht antworten.
}
settings-so-already = So ist es schon.

settings-told = Ich spreche { $speed ->
    [more] schneller als sonst
    [less] langsamer als sonst
   *[usual] so schnell wie sonst
}, { $patience ->
    [more] warte länger als sonst, bevor ich antworte,
    [less] antworte früher als sonst
   *[usual] warte so lange wie sonst, bevor ich antworte,
} und höre { $microphone ->
    [push_to_talk] zu, solange du die Taste hältst
   *[open] die ganze Zeit zu
}{ $sensitivity ->
    [high] , auch bei leisen Stimmen
    [low] , nur bei lauten Stimmen
   *[normal] { "" }
}.

settings-elsewhere = Wie ich mit dir spreche, gehört zu deinen eigenen Aufgaben: Sag das dort.
