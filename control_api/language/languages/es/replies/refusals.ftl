# Why what was planned is not done.

refusal-declined = Vale, lo dejo como estaba.
refusal-changed_since = Ha cambiado desde que pregunté, así que no lo he tocado. Pídemelo otra vez si aún lo quieres.
refusal-only_by_hand = Lo que se borra para siempre no vuelve, así que hazlo tú en la papelera, a mano.

refusal-not_together = Para deshacer, rehacer o borrar para siempre, di solo eso. Todavía no he cambiado nada.

refusal-of-all = { $reason } Es la petición { $place } de { $total }, así que no he hecho ninguna.

step-changes = { $step }: { $fields }

correct-undo-first = Di primero «deshaz eso» y luego qué quieres para { $title }.
