import { type ReactNode, type RefObject, useState } from "react";
import { WORKSPACE } from "../api/workspace";
import { useData } from "../data/context";
import { CloseIcon, MicrophoneIcon, MutedIcon } from "../Icons";
import { holding } from "../talk/holding";
import { useTalk } from "../talk/live";
import { TEXTS } from "../texts";
import { Chips } from "./Chips";
import { stillIn } from "./literal";
import { rememberSaid } from "./recall";
import { TextBox } from "./TextBox";
import { Unsent } from "./Unsent";
import { useHush } from "./useHush";
import { useUnderstanding } from "./useUnderstanding";

interface Props {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  onSend: (text: string, literal: string[]) => void;
  /** What asks for an answer, right above the bar. */
  children?: ReactNode;
}

/** The one bar to say or type into, and above it what is understood and what asks back. */
export function SayBar({ field, text, onText, onSend, children }: Props) {
  const { outbox, waiting, away } = useData();
  const { live } = useTalk();
  const [dropped, setDropped] = useState<string[]>([]);
  const literal = stillIn(text, dropped);
  // In a conversation by voice whoever is in the room reads the words.
  const isRead = !live?.agentPresent;
  const understood = useUnderstanding({ text, literal }, isRead);

  const type = (next: string) => {
    // What is typed anew means what it says.
    setDropped(stillIn(next, literal));
    onText(next);
  };
  const clear = () => {
    rememberSaid(text.trim());
    setDropped([]);
    onText("");
    field.current?.focus();
  };
  const send = () => {
    onSend(text.trim(), literal);
    clear();
  };
  const add = () => {
    outbox.add([{ type: "create_task", title: text.trim() }]);
    clear();
  };

  return (
    <section className="say" aria-label={TEXTS.say.label}>
      {children}
      <Unsent waiting={waiting} away={away} />
      {text.trim() && isRead && (
        <Chips
          understood={understood}
          onDrop={(words) => {
            setDropped([...literal, words]);
            field.current?.focus();
          }}
          onAdd={add}
        />
      )}
      <div className="say-bar">
        {WORKSPACE === null && <Microphone />}
        <TextBox field={field} text={text} onText={type} onSend={send} />
        <Leave />
      </div>
    </section>
  );
}

function Microphone() {
  const { live, state, start, load } = useTalk();
  const hush = useHush();
  const isOff = state === "off";
  const isConnecting = state === "connecting";
  const toggle = live?.muted ? TEXTS.talk.unmute : TEXTS.talk.mute;
  const hold = live?.isHeld && !isOff && !isConnecting ? holding(live) : null;
  const openWords = hush ? TEXTS.say.hush : toggle;
  const words = isOff ? TEXTS.say.speak : hold ? TEXTS.talk.hold : openWords;
  return (
    <button
      type="button"
      className="say-microphone"
      data-state={state}
      aria-label={isConnecting ? TEXTS.state.connecting : words}
      title={TEXTS.state[state]}
      aria-busy={isConnecting}
      onPointerEnter={load}
      onFocus={load}
      onClick={isOff ? start : hold ? undefined : (hush ?? (() => live?.toggle()))}
      {...hold}
    >
      {live?.muted ? <MutedIcon /> : <MicrophoneIcon />}
    </button>
  );
}

function Leave() {
  const { live, state } = useTalk();
  if (state === "off" || !live) return null;
  return (
    <button
      type="button"
      className="icon say-leave"
      aria-label={TEXTS.say.leave}
      title={TEXTS.say.leave}
      onClick={live.leave}
    >
      <CloseIcon />
    </button>
  );
}
