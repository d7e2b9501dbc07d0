# Cómo se habla con alguien: lo que ha cambiado, y cómo es.

settings-speed = { $change ->
    [more] Hablaré más rápido.
    [less] Hablaré más despacio.
   *[usual] Hablaré a mi velocidad de siempre.
}
settings-patience = { $change ->
    [more] Esperaré más antes de responder.
    [less] Responderé antes.
   *[usual] Esperaré lo mismo de siempre.
}
settings-sensitivity = { $value ->
    [high] Escucharé también las voces más bajas.
    [low] Solo escucharé las voces más altas.
   *[normal] Escucharé como siempre.
}
settings-microphone = { $value ->
    [push_to_talk] Escucharé mientras mantengas el botón.
   *[open] Escucharé todo el tiempo.
}
settings-sleep-after-min = Me duermo tras este tiempo de silencio: { $length }.
settings-sleep-after-min-never = No me dormiré por mi cuenta.
settings-longest-min = Termino una conversación tras este tiempo: { $length }.
settings-longest-min-never = Una conversación puede durar lo que quieras.

settings-hearing-leaves = { $value ->
    [never] Tu voz se queda en este equipo.
   *[always] Tu voz puede ir a un reconocimiento de voz en otro sitio.
}
settings-thinking-leaves = { $value ->
    [never] Pensaré lo que digas solo en este equipo.
    [questions] Solo las preguntas que no son sobre tus tareas pueden ir a un modelo de lenguaje en otro sitio.
   *[always] Lo que digas puede ir a un modelo de lenguaje en otro sitio.
}
settings-speaking-leaves = { $value ->
    [never] Hablaré solo en este equipo.
    [questions] Solo las respuestas que no son sobre tus tareas pueden ir a una voz en otro sitio.
   *[always] Lo que digo puede ir a una voz en otro sitio.
}

# Asked before more may go there.
question-hearing-leaves = ¿Dejo que tu voz vaya a un reconocimiento de voz en otro sitio?
question-thinking-leaves = { $value ->
    [questions] ¿Dejo que las preguntas que no son sobre tus tareas vayan a un modelo de lenguaje en otro sitio?
   *[always] ¿Dejo que lo que digas vaya a un modelo de lenguaje en otro sitio?
}
question-speaking-leaves = { $value ->
    [questions] ¿Dejo que las respuestas que no son sobre tus tareas vayan a una voz en otro sitio?
   *[always] ¿Dejo que lo que digo vaya a una voz en otro sitio?
}

settings-speed-end = { $end ->
    [most] No puedo hablar más rápido.
   *[least] No puedo hablar más despacio.
}
settings-patience-end = { $end ->
    [most] No puedo esperar más.
   *[least] No puedo responder antes.
}
settings-so-already = Ya es así.

settings-told = Hablo { $speed ->
    [more] más rápido que de costumbre
    [less] más despacio que de costumbre
   *[usual] a mi velocidad de siempre
}, { $patience ->
    [more] espero más que de costumbre antes de responder
    [less] respondo antes que de costumbre
   *[usual] espero lo de siempre antes de responder
} y escucho { $microphone ->
    [push_to_talk] mientras mantengas el botón
   *[open] todo el tiempo
}{ $sensitivity ->
    [high] , también las voces bajas
    [low] , solo las voces altas
   *[normal] { "" }
}.

settings-elsewhere = Cómo hablo contigo se ajusta en tu propio espacio: dilo allí.
