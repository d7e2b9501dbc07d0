# How somebody is spoken with: what was changed of it, and how it is.

# $change is how it is against before; "usual" is what everybody begins with.
settings-speed = { $change ->
    [more] I'll speak faster.
    [less] I'll speak more slowly.
   *[usual] I'll speak at my usual speed.
}
settings-patience = { $change ->
    [more] I'll wait longer before I answer.
    [less] I'll answer sooner.
   *[usual] I'll wait as long as usual.
}
settings-sensitivity = { $value ->
    [high] I'll listen for quieter voices.
    [low] I'll listen for louder voices only.
   *[normal] I'll listen as usual.
}
settings-microphone = { $value ->
    [push_to_talk] I'll listen while you hold the button.
   *[open] I'll listen all the time.
}
# $length is "half an hour", "ten minutes".
settings-sleep-after-min = After { $length } of silence I go to sleep.
settings-sleep-after-min-never = I won't go to sleep by myself.
settings-longest-min = I end a conversation after { $length }.
settings-longest-min-never = A conversation may last as long as you like.

# What may go to a provider elsewhere, where one was chosen.
settings-hearing-leaves = { $value ->
    [never] Your voice stays on this machine.
   *[always] Your voice may go to a speech recognition elsewhere.
}
settings-thinking-leaves = { $value ->
    [never] I'll think about what you say on this machine only.
    [questions] Only questions that are not about your tasks may go to a language model elsewhere.
   *[always] What you say may go to a language model elsewhere.
}
settings-speaking-leaves = { $value ->
    [never] I'll speak on this machine only.
    [questions] Only answers that are not about your tasks may go to a voice elsewhere.
   *[always] What I say may go to a voice elsewhere.
}

# Asked before more may go there.
question-hearing-leaves = Let your voice go to a speech recognition elsewhere?
question-thinking-leaves = { $value ->
    [questions] Let questions that are not about your tasks go to a language model elsewhere?
   *[always] Let what you say go to a language model elsewhere?
}
question-speaking-leaves = { $value ->
    [questions] Let answers that are not about your tasks go to a voice elsewhere?
   *[always] Let what I say go to a voice elsewhere?
}

# It can't be more, or less, than it is.
settings-speed-end = { $end ->
    [most] I can't speak any faster.
   *[least] I can't speak any slower.
}
settings-patience-end = { $end ->
    [most] I can't wait any longer than I do.
   *[least] I can't answer any sooner.
}
settings-so-already = That is how it is already.

settings-told = I speak { $speed ->
    [more] faster than usual
    [less] more slowly than usual
   *[usual] at my usual speed
}, { $patience ->
    [more] wait longer than usual before I answer
    [less] answer sooner than usual
   *[usual] wait as long as usual before I answer
}, and listen { $microphone ->
    [push_to_talk] while you hold the button
   *[open] all the time
}{ $sensitivity ->
    [high] , for quiet voices too
    [low] , for loud voices only
   *[normal] { "" }
}.

# In a shared workspace, where it is nobody's own.
settings-elsewhere = How I talk with you is set in your own workspace: say that there.
