"""What measurements are made with: a control API to ask, tasks in it, figures and their report."""
