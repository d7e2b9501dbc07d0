# Why something was done, in a sentence or two.

# $said is what was heard or typed, in quotes.
why-sentences = I heard { $said }, which is a command that I know.
why-learned = I heard { $said }, which I do not know as a command, and guessed what it means.
why-answer = I took { $said } for the answer to what I had asked.
why-no-command = I heard { $said }, which is no command that I know.
why-model = The language model understood you that way.
why-given = That came from a button or a program, not from your words.
why-gone = What that was about was deleted for good.
why-nothing = I have not done anything here in the last ten minutes.
# $why is one of the sentences above, $reply what was answered then.
why-and-reply = { $why } So I said: { $reply }
