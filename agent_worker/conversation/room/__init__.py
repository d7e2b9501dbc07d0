"""The room that a conversation is held in: being let in, who is there, who is listened to."""
