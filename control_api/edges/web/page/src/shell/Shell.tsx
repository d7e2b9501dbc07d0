import type { ReactNode } from "react";
import { PanelIcon } from "../Icons";
import { TEXTS } from "../texts";
import type { Place } from "./places";
import { Rail } from "./Rail";
import { Tabs } from "./Tabs";
import { useStored } from "./useStored";

interface Props {
  place: Place | null;
  /** What asks for an answer, above everything. */
  attention: ReactNode;
  /** What the address shows. */
  children: ReactNode;
  /** The panel of one task; Talk stands there else. */
  task: ReactNode | null;
  talk: ReactNode;
  /** What just happened, above the Say bar. */
  news: ReactNode;
  sayBar: ReactNode;
}

/** The frame of the page: all places, what one shows, one panel beside it, and the Say bar. */
export function Shell(props: Props) {
  const { place, attention, children, task, talk, news, sayBar } = props;
  const [isFolded, setFolded] = useStored("railFolded", isNarrow());
  const [isTalkShown, setTalkShown] = useStored("talkShown", true);
  const hasPanel = task !== null || isTalkShown || place?.segment === "talk";

  return (
    <div
      className="shell"
      data-place={place?.segment ?? "nowhere"}
      data-folded={isFolded}
      data-panel={task !== null ? "task" : hasPanel ? "talk" : "none"}
    >
      <a className="skip" href="#main">
        {TEXTS.shell.skip}
      </a>
      <Rail place={place} isFolded={isFolded} onFold={() => setFolded(!isFolded)} />
      <main id="main" tabIndex={-1}>
        {attention}
        {children}
      </main>
      <div className="panel" id="panel">
        {task ?? talk}
      </div>
      <section className="dock" aria-label={TEXTS.shell.dock}>
        {news}
        <div className="dock-row">
          {sayBar}
          <button
            type="button"
            className="icon panel-toggle"
            aria-pressed={isTalkShown}
            aria-label={TEXTS.shell.panel}
            title={TEXTS.shell.panel}
            onClick={() => setTalkShown(!isTalkShown)}
          >
            <PanelIcon />
          </button>
        </div>
      </section>
      <Tabs place={place} />
    </div>
  );
}

/** Whether there is no room for names beside three columns, unless the person wants them. */
const isNarrow = () => window.matchMedia("(max-width: 72rem)").matches;
