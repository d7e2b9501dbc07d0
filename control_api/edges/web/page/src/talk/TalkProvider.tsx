import {
  type ComponentType,
  type ReactNode,
  Suspense,
  useCallback,
  useMemo,
  useState,
} from "react";
import { type Live, TalkContext } from "./live";
import { isInConversation } from "./seat";

/** What talks, once it is loaded. */
export interface HostProps {
  /** How often the person has asked to begin. */
  starts: number;
  onLive: (live: Live) => void;
}

interface Props {
  /** Loaded when it is first wanted: it is by far the largest part of the page. */
  host: ComponentType<HostProps>;
  children: ReactNode;
}

/** Lets all of the page know of the conversation, and begin one. */
export function TalkProvider({ host: Host, children }: Props) {
  const [wanted, setWanted] = useState(isInConversation);
  const [starts, setStarts] = useState(0);
  const [live, setLive] = useState<Live | null>(null);

  const load = useCallback(() => setWanted(true), []);
  const start = useCallback(() => {
    setWanted(true);
    if (live) live.start();
    else setStarts((before) => before + 1);
  }, [live]);
  const isComing = live === null && starts > 0;
  const state = live?.state ?? (isComing ? "connecting" : "off");
  const talk = useMemo(() => ({ live, state, start, load }), [live, state, start, load]);

  return (
    <TalkContext value={talk}>
      {children}
      {wanted && (
        <Suspense fallback={null}>
          <Host starts={starts} onLive={setLive} />
        </Suspense>
      )}
    </TalkContext>
  );
}
