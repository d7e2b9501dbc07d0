# Questions back and refusals about lists, tags, people, filters, comments, and many tasks at once.
# Examples, after "say", are to be understood by Saydo.

# What a list is called that was asked for in two words: "packing" and "Spain".
list-name-for = { $name } for { $purpose }
list-unnamed = What should the list be called? Say: make a list called camping.
list-undated = A list has no date. What should it be called?
list-is-archived = The list { $name } is archived. Say: bring back the list { $name }.
list-not-archived = The list { $name } is there: it is not archived.
list-there-already = You have a list called { $name } already. What should the new one be called?
list-none-called = You have no list called { $name }.
# Follows "list-none-called". $count is the number of $names.
lists-known = { $count ->
    [one] Your list is { $names }.
   *[other] Your lists are { $names }.
}
lists-none-known = You have no lists yet.
lists-archived = { $count ->
    [one] The archived list is { $names }. Which one shall I bring back?
   *[other] The archived lists are { $names }. Which one shall I bring back?
}
lists-none-archived = No list is archived.

tag-there-already = You have a tag called { $name } already. What should the new one be called?
tag-none-called = You have no tag called { $name }.

person-there-already = { $name } is one of your people already. What shall I change?
person-none-called = You have nobody called { $name }.

# How a filter is saved: its name, a colon, and what it asks for in signs.
filter-example = Say: save a filter called urgent work: p1 and #work.
filter-unsaid = What should the filter ask for?
# $query is what was said.
filter-unread = I can't read { $query } as a filter.
filter-none-called = You have no filter called { $name }.
# Follows "filter-none-called". $count is the number of $names.
filters-known = { $count ->
    [one] Your filter is { $names }.
   *[other] Your filters are { $names }.
}

comment-none-such = There is no such comment.

# $tasks is the number in words or digits: "600 tasks".
tasks-too-many = Those are { $tasks }. I change { $most } at once at most.
tasks-unmovable = None of them has a time that I could move so.
tasks-none-then = There is nothing then.
tasks-none-on-list = There is nothing on the list { $name }.
tasks-none-with-tag = No open task has the tag { $name }.
tasks-unnamed = Which tasks do you mean? Tell me one by its name, or say: everything on my shopping list.
