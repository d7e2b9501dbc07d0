# Questions back about repeats that are no rule, or not wholly understood.
# $errand is what is to be done, as it follows "fais-moi penser": "à arroser les plantes", "à lait".
# Examples, after "dis", are to be understood by Saydo.

repeat-hours = Une tâche revient au plus une fois par jour, alors je peux en faire deux : dis fais-moi penser { $errand } tous les jours à neuf heures et à dix-sept heures.
repeat-movable = Je ne peux répéter que par jours, semaines, mois ou à une date. Dis par exemple : fais-moi penser { $errand } tous les ans le 1er mai.
repeat-how-often = À quel rythme ? Dis par exemple : fais-moi penser { $errand } tous les jours à neuf heures.

repeat-times-daily = Une tâche revient au plus une fois par jour. À quelles heures ? Dis par exemple : fais-moi penser { $errand } tous les jours à neuf heures et à dix-sept heures.
# $days are weekdays: "lundi et jeudi".
repeat-times-weekly = Quels jours ? Dis par exemple : fais-moi penser { $errand } chaque { $days }.
repeat-times-monthly = Quels jours ? Dis par exemple : fais-moi penser { $errand } le 1er et le 15 de chaque mois.
repeat-times-twice-a-year = Quels jours ? Dis par exemple : fais-moi penser { $errand } tous les six mois.
repeat-times-yearly = Quels jours ? Dis par exemple : fais-moi penser { $errand } tous les trois mois.

# $repeat is a repeat in words: "chaque lundi"; $left is what was said besides.
repeat-understood = J'ai compris { $repeat }. À quel rythme est-ce ?
repeat-understood-but = J'ai compris { $repeat }, mais pas « { $left } ». À quel rythme est-ce ?

repeat-too-many = Je fais au plus { $most } tâches d'une phrase. Dis moins d'heures.
repeat-never = Cette répétition n'aurait aucune date. À partir de quand, et jusqu'à quand ?
