const EVERY_MS = 2_000;
const BEEPS_S = [0, 0.22, 0.44];
const LENGTH_S = 0.14;
const PITCH_HZ = 880;
const LOUDNESS = 0.25;

/** Rings, three short tones every two seconds, until the function returned is called. */
export function ring(): () => void {
  const context = new AudioContext();
  const unlock = () => void context.resume();
  // A page that nobody has touched yet makes no sound: then it begins with the first touch.
  window.addEventListener("pointerdown", unlock);
  window.addEventListener("keydown", unlock);
  const play = () => {
    if (context.state !== "running") return;
    for (const offset of BEEPS_S) beep(context, context.currentTime + offset);
  };
  unlock();
  play();
  const timer = setInterval(play, EVERY_MS);
  return () => {
    clearInterval(timer);
    window.removeEventListener("pointerdown", unlock);
    window.removeEventListener("keydown", unlock);
    void context.close();
  };
}

function beep(context: AudioContext, at: number): void {
  const tone = new OscillatorNode(context, { frequency: PITCH_HZ });
  const volume = new GainNode(context, { gain: 0 });
  // Without a slope at both ends it would click.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
  volume.gain.setValueAtTime(LOUDNESS, at + LENGTH_S - 0.02);
  volume.gain.linearRampToValueAtTime(0, at + LENGTH_S);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + LENGTH_S);
}
