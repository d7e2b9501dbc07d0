"""What may go to providers elsewhere: nothing does that the person, or their budget, forbids."""
