# Why something was done, in a sentence or two.

why-sentences = Entendí { $said }, y es una orden que conozco.
why-learned = Entendí { $said }, que no conozco como orden, y adiviné lo que significa.
why-answer = Tomé { $said } por la respuesta a lo que había preguntado.
why-no-command = Entendí { $said }, y no es una orden que conozca.
why-model = El modelo de lenguaje te entendió así.
why-given = Eso vino de un botón o de un programa, no de tus palabras.
why-gone = Aquello de lo que se trataba se borró para siempre.
why-nothing = No he hecho nada aquí en los últimos diez minutos.
why-and-reply = { $why } Por eso dije: { $reply }
