import type { Task } from "../api/contract";
import { TEXTS } from "../texts";
import { viewerZone } from "./due";
import { groupTasks } from "./grouping";
import { TaskGroup } from "./TaskGroup";
import { TaskRow } from "./TaskRow";
import type { TaskActions } from "./useTaskActions";
import { useNow } from "./useNow";

interface Props {
  tasks: ReadonlyMap<string, Task>;
  loaded: boolean;
  actions: TaskActions;
}

export function TaskList({ tasks, loaded, actions }: Props) {
  const now = useNow();
  const { open, completed } = groupTasks(tasks.values(), now, viewerZone());
  const openCount = open.reduce((sum, group) => sum + group.tasks.length, 0);

  return (
    <section className="tasks" aria-labelledby="tasks-heading" aria-busy={!loaded}>
      <header className="tasks-header">
        <h2 id="tasks-heading">{TEXTS.tasks.heading}</h2>
        {openCount > 0 && <span className="count">{TEXTS.tasks.count(openCount)}</span>}
      </header>
      {open.map((group) => (
        <TaskGroup key={group.name} name={group.name} tasks={group.tasks} now={now} actions={actions} />
      ))}
      {loaded && openCount === 0 && (
        <div className="empty">
          <p className="empty-title">{TEXTS.tasks.emptyTitle}</p>
          <p>{TEXTS.tasks.emptyText}</p>
        </div>
      )}
      {completed.length > 0 && (
        <details className="completed">
          <summary>{TEXTS.tasks.completed(completed.length)}</summary>
          <ul className="rows">
            {completed.map((task) => (
              <TaskRow key={task.id} task={task} due={null} now={now} actions={actions} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
