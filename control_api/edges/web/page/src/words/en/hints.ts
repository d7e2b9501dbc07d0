/** What the page tells one by one, each once somebody has had use for it. */
export const HINTS = {
  label: "Hint",
  gotIt: "Got it",
  texts: {
    search: "Ctrl+K finds any task, by words of its title, its notes and its comments.",
    searchOnPhone: "Browse has a search in titles, notes and comments.",
    keys: "In a list the arrows go up and down, Space completes, and ? shows all other keys.",
    swipe: "Swipe a task to the right to complete it, and to the left to put it off to the next day.",
    signs: "In the bar, #tag, @person, /project and p1 to p4 mean what they look like.",
    drag: "A task can be dragged to another day, or to a project beside the list.",
  },
} as const;
