import { useEffect, useRef, useState } from "react";
import { chosenDevice } from "../../talk/devices";
import { microphoneProblem } from "../../talk/microphoneProblem";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { HEARD_FROM, watchLevel } from "./level";
import { tellMicrophoneAllowed } from "./useDevices";

const WORDS = SETTINGS.voice;
/** So long is recorded, in milliseconds. */
const TEST_MS = 4_000;

type State = "off" | "listening" | "playing";

/** Shows how loud the microphone is, and plays back what it heard. Nothing is sent anywhere. */
export function MicrophoneTest() {
  const [state, setState] = useState<State>("off");
  const [isHeard, setHeard] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [recorded, setRecorded] = useState<string | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const end = useRef<() => void>(() => undefined);

  useEffect(() => () => end.current(), []);
  useEffect(() => () => (recorded ? URL.revokeObjectURL(recorded) : undefined), [recorded]);

  const begin = async () => {
    setProblem(null);
    setHeard(false);
    setRecorded(null);
    try {
      const id = chosenDevice("audioinput");
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: id ? { deviceId: id } : true,
      });
      tellMicrophoneAllowed();
      setState("listening");
      listen(stream);
    } catch (reason) {
      setProblem(microphoneProblem(reason));
    }
  };

  const listen = (stream: MediaStream) => {
    const recorder = new MediaRecorder(stream);
    const unwatch = watchLevel(stream, (level) => {
      if (bar.current) bar.current.style.transform = `scaleX(${level})`;
      if (level > HEARD_FROM) setHeard(true);
    });
    const timer = setTimeout(() => recorder.stop(), TEST_MS);
    let isKept = true;
    const stop = () => {
      clearTimeout(timer);
      unwatch();
      for (const track of stream.getTracks()) track.stop();
    };
    end.current = () => {
      isKept = false;
      stop();
    };
    recorder.ondataavailable = ({ data }) => {
      if (!isKept) return;
      stop();
      setRecorded(URL.createObjectURL(data));
      setState("playing");
    };
    recorder.start();
  };

  return (
    <div className="microphone-test">
      <div className="meter" aria-hidden="true" data-on={state === "listening"}>
        <div ref={bar} />
      </div>
      <p className="hint" role="status">
        {state === "listening" && (isHeard ? WORDS.hearsYou : WORDS.saySomething)}
        {state === "playing" && (isHeard ? WORDS.thisWasHeard : WORDS.nothingHeard)}
        {state === "off" && WORDS.testHint}
      </p>
      {recorded && <Playback source={recorded} />}
      <Failure>{problem}</Failure>
      <button
        type="button"
        className="control"
        disabled={state === "listening"}
        onClick={() => void begin()}
      >
        {state === "playing" ? WORDS.testAgain : WORDS.test}
      </button>
    </div>
  );
}

/** Plays what was recorded, from the speaker that was chosen. */
function Playback({ source }: { source: string }) {
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const shown = player.current;
    if (!shown) return;
    const play = async () => {
      const id = chosenDevice("audiooutput");
      // Not every browser can choose a speaker; and some play only when they are pressed.
      if (id && "setSinkId" in shown) await shown.setSinkId(id).catch(() => undefined);
      await shown.play().catch(() => undefined);
    };
    void play();
  }, []);
  return <audio ref={player} src={source} controls aria-label={WORDS.playback} />;
}
