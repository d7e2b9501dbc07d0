# Why something was done, in a sentence or two.

why-sentences = J'ai compris { $said }, et c'est une commande que je connais.
why-learned = J'ai compris { $said }, que je ne connais pas comme commande, et j'ai deviné le sens.
why-answer = J'ai pris { $said } pour la réponse à ma question.
why-no-command = J'ai compris { $said }, et ce n'est pas une commande que je connais.
why-model = Le modèle de langage t'a compris ainsi.
why-given = Cela venait d'un bouton ou d'un programme, pas de tes paroles.
why-gone = Ce dont il s'agissait a été supprimé définitivement.
why-nothing = Je n'ai rien fait ici ces dix dernières minutes.
why-and-reply = { $why } J'ai donc répondu : { $reply }
