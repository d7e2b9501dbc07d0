# Comment on parle avec quelqu'un : ce qui a été changé, et comment c'est.

settings-speed = { $change ->
    [more] Je parlerai plus vite.
    [less] Je parlerai plus lentement.
   *[usual] Je parlerai à ma vitesse habituelle.
}
settings-patience = { $change ->
    [more] J'attendrai plus longtemps avant de répondre.
    [less] Je répondrai plus tôt.
   *[usual] J'attendrai aussi longtemps que d'habitude.
}
settings-sensitivity = { $value ->
    [high] J'écouterai aussi les voix plus basses.
    [low] Je n'écouterai que les voix plus fortes.
   *[normal] J'écouterai comme d'habitude.
}
settings-microphone = { $value ->
    [push_to_talk] J'écouterai tant que tu tiens le bouton.
   *[open] J'écouterai tout le temps.
}
settings-sleep-after-min = Je m'endors après ce temps de silence : { $length }.
settings-sleep-after-min-never = Je ne m'endormirai pas de moi-même.
settings-longest-min = Je termine une conversation après ce temps : { $length }.
settings-longest-min-never = Une conversation peut durer aussi longtemps que tu veux.

settings-hearing-leaves = { $value ->
    [never] Ta voix reste sur cette machine.
   *[always] Ta voix peut aller vers une reconnaissance vocale ailleurs.
}
settings-thinking-leaves = { $value ->
    [never] Je réfléchis à ce que tu dis sur cette machine seulement.
    [questions] Seules les questions sans rapport avec tes tâches peuvent aller vers un modèle de langue ailleurs.
   *[always] Ce que tu dis peut aller vers un modèle de langue ailleurs.
}
settings-speaking-leaves = { $value ->
    [never] Je parle sur cette machine seulement.
    [questions] Seules les réponses sans rapport avec tes tâches peuvent aller vers une voix ailleurs.
   *[always] Ce que je dis peut aller vers une voix ailleurs.
}

# Asked before more may go there.
question-hearing-leaves = Laisser ta voix aller vers une reconnaissance vocale ailleurs ?
question-thinking-leaves = { $value ->
    [questions] Laisser les questions sans rapport avec tes tâches aller vers un modèle de langue ailleurs ?
   *[always] Laisser ce que tu dis aller vers un modèle de langue ailleurs ?
}
question-speaking-leaves = { $value ->
    [questions] Laisser les réponses sans rapport avec tes tâches aller vers une voix ailleurs ?
   *[always] Laisser ce que je dis aller vers une voix ailleurs ?
}

settings-speed-end = { $end ->
    [most] Je ne peux pas parler plus vite.
   *[least] Je ne peux pas parler plus lentement.
}
settings-patience-end = { $end ->
    [most] Je ne peux pas attendre plus longtemps.
   *[least] Je ne peux pas répondre plus tôt.
}
settings-so-already = C'est déjà le cas.

settings-told = Je parle { $speed ->
    [more] plus vite que d'habitude
    [less] plus lentement que d'habitude
   *[usual] à ma vitesse habituelle
}, { $patience ->
    [more] j'attends plus longtemps que d'habitude avant de répondre
    [less] je réponds plus tôt que d'habitude
   *[usual] j'attends aussi longtemps que d'habitude avant de répondre
}, et j'écoute { $microphone ->
    [push_to_talk] tant que tu tiens le bouton
   *[open] tout le temps
}{ $sensitivity ->
    [high] , même les voix basses
    [low] , seulement les voix fortes
   *[normal] { "" }
}.

settings-elsewhere = Ma façon de te parler se règle dans ton propre espace : dis-le là-bas.
