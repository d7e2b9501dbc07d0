import { useCallback, useMemo, useRef, useState } from "react";
import type { Task } from "../api/contract";
import { ArrangeBar } from "../arrange/ArrangeBar";
import { DropStrip } from "../arrange/DropStrip";
import { itemsOf } from "../arrange/items";
import { useArrangement } from "../arrange/useArrangement";
import { useListDrop } from "../arrange/useListDrop";
import { useMoving } from "../arrange/useMoving";
import { useList } from "../data/lists";
import { useTaskActions } from "../data/useTaskActions";
import { EditIcon, SettingsIcon } from "../Icons";
import { Announcer } from "../notices/Announcer";
import { viewerZone } from "../tasks/due";
import { clockOf } from "../tasks/grouping";
import { nextDay, onDay } from "../tasks/onDay";
import { useNow } from "../tasks/useNow";
import { TEXTS } from "../texts";
import { EditThing } from "../things/EditThing";
import { sortedView, type View } from "../views/views";
import { BulkBar } from "./BulkBar";
import { type Editing, type RowHandlers, TaskRow } from "./TaskRow";
import { JustAdded } from "./JustAdded";
import { useListKeys } from "./useListKeys";
import { controlIn, useRowFocus } from "./useRowFocus";
import { useSelection } from "./useSelection";
import { type RowsHandle, VirtualRows } from "./VirtualRows";

interface Props {
  view: View;
  /** Opens a task's panel. */
  onOpen: (task: Task) => void;
  /** What it was the list of is no more. */
  onGone: () => void;
}

/** A list of tasks: its heading, its rows, and what is done with several of them. */
export function ListView({ view: given, onOpen, onGone }: Props) {
  const now = useNow();
  const clock = useMemo(() => clockOf(now, viewerZone()), [now]);
  const [arrangement, arrange] = useArrangement(given.key);
  const view = useMemo(() => sortedView(given, arrangement.sort), [given, arrangement.sort]);
  const { tasks, isLoaded, hasMore, readMore } = useList(view, clock);
  const actions = useTaskActions();
  const isCompleted = view.order === "completed";
  const by = isCompleted ? "completed" : arrangement.group;
  const [isArranging, setArranging] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const items = useMemo(() => itemsOf(tasks, by, clock), [tasks, by, clock]);
  const inOrder = useMemo(
    () => items.flatMap((item) => (item.kind === "task" ? [item.task] : [])),
    [items],
  );
  const scroller = useRef<HTMLDivElement>(null);
  // Rows that are put into it together with it would not yet know how much of them is seen.
  const [isThere, setThere] = useState(false);
  const place = useCallback((element: HTMLDivElement | null) => {
    scroller.current = element;
    setThere(element !== null);
  }, []);
  const rows = useRef<RowsHandle>(null);
  const { activeId, goTo, focus, onFocus, onBlur } = useRowFocus(scroller, items, rows);
  const selection = useSelection(inOrder);
  const { chosen, ids, toggle, extendTo, clear } = selection;
  const [dragged, setDragged] = useState<Task | null>(null);
  const moving = useMoving({ items, arrangement, clock, actions });
  const { move, step } = moving;
  useListDrop({ scroller, items, arrangement, clock, onMove: move });
  const chosenNow = useRef(chosen);
  chosenNow.current = chosen;
  const [edited, setEdited] = useState<{ id: string; what: Editing }>({ id: "", what: null });

  const handlers = useMemo<RowHandlers>(
    () => ({
      setDone: (task, done) => actions.setDone([task], done),
      rename: actions.rename,
      reschedule: (task, due) => actions.reschedule([task], due),
      remove: (task) => actions.remove([task]),
      open: onOpen,
      edit: (task, what, backTo) => {
        setEdited({ id: task.id, what });
        if (backTo) focus(task.id, `.${backTo}`);
      },
      choose: (task, how) => {
        if (how === "one") toggle(task.id);
        else extendTo(task.id, task.id);
      },
      swipe: (task, swipe) => {
        const today = clockOf(new Date(), viewerZone());
        if (swipe === "done") actions.setDone([task], true);
        else actions.edit(task, onDay(task, nextDay(task, today), today));
      },
      draggedWith: (task) =>
        chosenNow.current.some(({ id }) => id === task.id) ? chosenNow.current : [task],
      drag: setDragged,
    }),
    [actions, onOpen, focus, toggle, extendTo],
  );
  const remove = useCallback(
    (task: Task) => {
      actions.remove(chosen.length > 0 ? chosen : [task]);
      clear();
    },
    [actions, chosen, clear],
  );
  const onNearEnd = useCallback(() => {
    if (hasMore) readMore();
  }, [hasMore, readMore]);
  const moveBy = useCallback(
    (task: Task, direction: 1 | -1) => {
      // Its row goes to another place on the page, and would lose the focus on the way.
      if (!isCompleted && step(task, direction)) focus(task.id, controlIn(document.activeElement));
    },
    [step, focus, isCompleted],
  );
  const onKeyDown = useListKeys({
    ...{ tasks: inOrder, activeId, goTo, handlers, extendTo, remove, clear, moveBy },
    chosenCount: chosen.length,
  });
  const kept = useMemo(() => {
    const wanted = new Set([activeId, edited.id, dragged?.id]);
    return items.flatMap((item, index) => (wanted.has(item.key) ? [index] : []));
  }, [items, activeId, edited.id, dragged?.id]);

  return (
    <section className="tasks" aria-label={TEXTS.tasks.heading} aria-busy={!isLoaded}>
      <header className="view-header">
        <h1 tabIndex={-1}>{view.title}</h1>
        {tasks.length > 0 && !hasMore && <span className="count">{tasks.length}</span>}
        {view.thing && (
          <button
            type="button"
            className="quiet arrange-open"
            aria-expanded={isEditing}
            onClick={() => setEditing(!isEditing)}
          >
            <EditIcon />
            {TEXTS.things.edit}
          </button>
        )}
        {!isCompleted && (
          <button
            type="button"
            className="quiet arrange-open"
            aria-expanded={isArranging}
            onClick={() => setArranging(!isArranging)}
          >
            <SettingsIcon />
            {TEXTS.arrange.open}
          </button>
        )}
      </header>
      {isEditing && view.thing && (
        <EditThing thing={view.thing} onDone={() => setEditing(false)} onGone={onGone} />
      )}
      {isArranging && !isCompleted && (
        <ArrangeBar arrangement={arrangement} onChange={arrange} />
      )}
      <Announcer text={moving.told} />
      {!isCompleted && <JustAdded {...{ view, clock, onOpen }} />}
      <div
        ref={place}
        className="scroller"
        onKeyDown={onKeyDown}
        onFocus={(event) => onFocus(event.target)}
        onBlur={onBlur}
      >
        {isLoaded && tasks.length === 0 && (
          <div className="empty">
            <p className="empty-title">{view.empty.title}</p>
            <p>{view.empty.text}</p>
          </div>
        )}
        {isThere && items.length > 0 && (
          <VirtualRows
            items={items}
            scroller={scroller}
            kept={kept}
            count={hasMore ? -1 : tasks.length}
            onNearEnd={onNearEnd}
            handle={rows}
            renderTask={(item) => (
              <TaskRow
                task={item.task}
                due={item.due}
                now={now}
                editing={edited.id === item.task.id ? edited.what : null}
                isChosen={ids.has(item.task.id)}
                isActive={item.task.id === activeId}
                isFixed={isCompleted}
                handlers={handlers}
              />
            )}
          />
        )}
      </div>
      {dragged && (
        <DropStrip
          groups={moving.emptyGroups(dragged)}
          onDrop={(tasks, group) => move(tasks, { group, before: null })}
        />
      )}
      {chosen.length > 0 && <BulkBar chosen={chosen} actions={actions} onDone={clear} />}
    </section>
  );
}
