import { useMemo, useState } from "react";
import type { Task } from "../../api/contract";
import { useCommands, useHistory } from "../../data/details";
import { useTaskActions } from "../../data/useTaskActions";
import { deedsOf } from "../../history/changes";
import { DeedEntry } from "../../history/DeedEntry";
import { recordsOf, standingOf } from "../../history/turns";
import { TEXTS } from "../../texts";

/** All that happened to a task; read once somebody wants to see it. */
export function History({ task }: { task: Task }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="part">
      <h3>
        <button
          type="button"
          className="unfold"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {TEXTS.parts.history}
        </button>
      </h3>
      {isOpen && <Deeds taskId={task.id} said={task.said} />}
    </section>
  );
}

/** `said`: the words that made the task, which are older than most that is on record. */
function Deeds({ taskId, said }: { taskId: string; said: string | null }) {
  const { data, hasNextPage, fetchNextPage } = useHistory(taskId);
  const { data: commands } = useCommands();
  const actions = useTaskActions();
  const deeds = useMemo(() => deedsOf(data?.pages.flatMap(({ items }) => items) ?? []), [data]);
  const records = useMemo(
    () => recordsOf(commands?.pages.flatMap(({ items }) => items) ?? []),
    [commands],
  );

  return (
    <>
      <ol className="deeds">
        {deeds.map((deed) => {
          const record = records.get(deed.commandId);
          const isFirst = deed.lines.includes(TEXTS.history.created);
          return (
            <DeedEntry
              key={deed.commandId}
              {...deed}
              said={record?.text ?? (isFirst ? said : null)}
              {...standingOf(deed.commandId, deed.lines.join(", "), records)}
              onUndo={actions.undo}
            />
          );
        })}
      </ol>
      {hasNextPage && (
        <button type="button" className="quiet" onClick={() => void fetchNextPage()}>
          {TEXTS.history.more}
        </button>
      )}
    </>
  );
}
