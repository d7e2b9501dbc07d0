import { useMemo } from "react";
import type { CommandRecord } from "../api/around";
import { useCommands } from "../data/details";
import { useTaskActions } from "../data/useTaskActions";
import { DeedEntry } from "../history/DeedEntry";
import { recordsOf, standingOf } from "../history/turns";
import { useStored } from "../shell/useStored";
import { TEXTS } from "../texts";

const NOTHING: string[] = [];

/** What was done, by whom and how, the newest first; undone and done again from here. */
export default function ActivityView() {
  const { data, isPending, hasNextPage, fetchNextPage } = useCommands();
  const actions = useTaskActions();
  const [isSpokenOnly, setSpokenOnly] = useStored("activitySpoken", false);
  const commands = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const records = useMemo(() => recordsOf(commands), [commands]);
  const shown = commands.filter((each) => isTold(each) && (!isSpokenOnly || each.text !== null));

  return (
    <section className="plain-view" aria-label={TEXTS.views.activity} aria-busy={isPending}>
      <header className="view-header">
        <h1 tabIndex={-1}>{TEXTS.views.activity}</h1>
      </header>
      <div className="scroller" tabIndex={shown.length > 0 ? undefined : -1}>
        <p className="intro">{TEXTS.activity.intro}</p>
        <label className="switch">
          <input
            type="checkbox"
            checked={isSpokenOnly}
            onChange={(event) => setSpokenOnly(event.target.checked)}
          />
          {TEXTS.activity.spoken}
        </label>
        {!isPending && shown.length === 0 && (
          <div className="empty">
            <p className="empty-title">{TEXTS.activity.empty}</p>
          </div>
        )}
        <ol className="deeds activity">
          {shown.map((command) => (
            <DeedEntry
              key={command.id}
              {...command}
              said={command.text}
              lines={command.reply ? [command.reply] : NOTHING}
              {...standingOf(command.id, command.reply || (command.text ?? ""), records)}
              onUndo={actions.undo}
            />
          ))}
        </ol>
        {hasNextPage && (
          <button type="button" className="quiet" onClick={() => void fetchNextPage()}>
            {TEXTS.activity.more}
          </button>
        )}
      </div>
    </section>
  );
}

/** Of what only the conversation kept, such as a question to a model, there is nothing to tell. */
const isTold = ({ outcome, reply, text }: CommandRecord) =>
  outcome !== "not_a_command" && (reply !== "" || text !== null);
