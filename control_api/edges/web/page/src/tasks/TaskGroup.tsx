import { TEXTS } from "../texts";
import type { DatedTask, GroupName } from "./grouping";
import { TaskRow } from "./TaskRow";
import type { TaskActions } from "./useTaskActions";

interface Props {
  name: GroupName;
  tasks: DatedTask[];
  now: Date;
  actions: TaskActions;
}

export function TaskGroup({ name, tasks, now, actions }: Props) {
  const heading = `tasks-${name}`;
  return (
    <section className="group" data-group={name} aria-labelledby={heading}>
      <h3 id={heading}>
        {TEXTS.tasks.groups[name]} <span className="count">{tasks.length}</span>
      </h3>
      <ul className="rows">
        {tasks.map(({ task, due }) => (
          <TaskRow key={task.id} task={task} due={due} now={now} actions={actions} />
        ))}
      </ul>
    </section>
  );
}
