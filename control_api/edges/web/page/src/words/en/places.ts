import EXAMPLES from "./examples.json";

/** What the frame of the page and its places say. */
export const PLACES = {
  shell: {
    places: "Places",
    tabs: "Tabs",
    fold: "Show or hide the names of the places",
    panel: "Show or hide the conversation",
    dock: "Bottom bar",
    skip: "Skip to the list",
    projects: "Projects",
    filters: "Filters",
    browse: "Browse",
    talk: "Talk",
    nowhere: "There is nothing here",
    nowhereText: "What this address showed is gone, or never was.",
    toToday: "Go to Today",
  },

  sharing: {
    choose: "Workspace",
    own: "Your own",
    talkElsewhere: "Conversations by voice are about your own tasks. Here you type and click.",
    toOwn: "Go to your own tasks",
  },

  things: {
    newProject: "New project",
    edit: "Edit",
    name: "Name",
    colour: "Colour",
    whichColour: "Which colour",
    query: "Filter",
    save: "Save",
    archive: "Archive",
    archived: "Archived",
    unarchive: "Bring back",
    remove: "Delete",
    make: "Make the project",
  },

  views: {
    search: "Search",
    today: "Today",
    upcoming: "Upcoming",
    inbox: "Inbox",
    all: "All tasks",
    completed: "Completed",
    activity: "Activity",
    trash: "Trash",
    settings: "Settings",
    empty: {
      today: {
        title: "Nothing left for today",
        text: "Say or type what is on your mind, and it appears where it belongs.",
      },
      upcoming: { title: "Nothing ahead", text: "What gets a date appears here." },
      inbox: { title: "The inbox is empty", text: "What belongs to no project appears here." },
      all: {
        title: "Nothing to do",
        text: "Say or type what is on your mind, and it appears here.",
      },
      completed: { title: "Nothing completed yet", text: "What you tick off appears here." },
      project: { title: "Nothing open here", text: `Say “${EXAMPLES.addTo}” and the name of the project.` },
      filter: { title: "Nothing fits", text: "No task is what this filter asks for." },
    },
  },

  activity: {
    intro: "What was done, and how. What changed something can be undone here, and done again.",
    empty: "Nothing was done yet",
    more: "Show more",
    spoken: "Only what was said or typed",
  },

  settings: {
    partsLabel: "Parts of the settings",
    back: "All settings",
    parts: {
      you: { title: "You and devices", about: "Name, language, password, programs" },
      voice: { title: "Voice", about: "Speed, patience, microphone, what is kept" },
      reminders: { title: "Reminders", about: "Where they go, and a test" },
      look: { title: "Look and keys", about: "Light or dark, colour, density" },
      data: { title: "Data", about: "Import, export, calendars, webhooks" },
      sharing: { title: "Sharing", about: "Workspaces with others, who is in them" },
      people: { title: "Health and people", about: "What runs, who is in it" },
    },
  },

  search: {
    field: "Search in titles, notes and comments",
    none: "Nothing was found",
    count: (count: number) => (count === 1 ? "One task found" : `${count} tasks found`),
    notes: "Notes",
    comments: "Comment",
  },

  keys: {
    heading: "Keys",
    onPage: "On the page",
    inList: "In a list",
    closeHelp: "Close the keys",
    single: "Single letters do something",
    type: "Type to Saydo",
    search: "Search",
    mute: "Mute and unmute",
    help: "Show these keys",
    close: "Close, let go",
    move: "Go up and down",
    complete: "Complete",
    open: "Open",
    edit: "Edit the title",
    date: "Change the date",
    select: "Select",
    stretch: "Select a stretch",
    remove: "Delete",
    /** What stands on keys. */
    names: { ctrl: "Ctrl", shift: "Shift", space: "Space", enter: "Enter", delete: "Delete" },
  },
} as const;
