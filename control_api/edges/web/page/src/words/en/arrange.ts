/** What is said of how a list is arranged, and of tasks that are moved in it. */
export const ARRANGE = {
  arrange: {
    open: "Arrange",
    label: "How the list is arranged",
    group: "Group by",
    sort: "Sort by",
    groupings: {
      due: "Date",
      priority: "Priority",
      project: "Project",
      person: "Person",
      tag: "Tag",
      none: "No groups",
    },
    sortings: {
      due: "Date",
      priority: "Priority",
      created: "Newest first",
      manual: "By hand",
    },
    noPerson: "For nobody",
    noTag: "No tag",
  },

  moving: {
    placed: (title: string, place: number, of: number) => `“${title}”: place ${place} of ${of}`,
    placedIn: (title: string, place: number, of: number, group: string) =>
      `“${title}”: place ${place} of ${of} in ${group}`,
    into: (title: string, group: string) => `“${title}” is in ${group}`,
    first: "There is nothing above it",
    last: "There is nothing below it",
    notByHand: "This list is not sorted by hand. Choose that under Arrange to put tasks in your order.",
    tooMany: "Too many tasks above have no place yet. Move it nearer to the top first.",
    dragged: (count: number) => `${count} tasks`,
    byKey: "Move it up and down",
  },

  swipe: {
    done: "Done",
    later: "Next day",
  },
} as const;
