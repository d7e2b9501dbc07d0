import { openWorkspace } from "../api/workspace";
import { TEXTS } from "../texts";

/** In place of the talk button: conversations are about the person's own tasks. */
export function TalkElsewhere() {
  return (
    <section className="conversation talk-elsewhere" aria-label={TEXTS.transcript.label}>
      <p className="talk-state">{TEXTS.sharing.talkElsewhere}</p>
      <button type="button" className="control" onClick={() => openWorkspace(null, "/talk")}>
        {TEXTS.sharing.toOwn}
      </button>
    </section>
  );
}
