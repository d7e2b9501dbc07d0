import { useRef } from "react";
import { useFocusMovedOn } from "../focus";
import { TEXTS } from "../texts";
import type { HintName } from "./earned";

interface Props {
  name: HintName;
  isPhone: boolean;
  onRead: () => void;
}

/** One thing that is good to know, until it is read. */
export default function Hint({ name, isPhone, onRead }: Props) {
  const here = useRef<HTMLElement>(null);
  useFocusMovedOn(here, "main h1");
  return (
    <aside ref={here} className="hint-line" aria-label={TEXTS.hints.label}>
      <p role="status">{TEXTS.hints.texts[isPhone ? ON_PHONE[name] : name]}</p>
      <button type="button" className="quiet" onClick={onRead}>
        {TEXTS.hints.gotIt}
      </button>
    </aside>
  );
}

/** Where there is a thumb in place of a keyboard. */
const ON_PHONE = { search: "searchOnPhone", keys: "swipe", drag: "drag", signs: "signs" } as const;
