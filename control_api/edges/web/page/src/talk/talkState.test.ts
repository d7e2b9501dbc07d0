import { describe, expect, it } from "vitest";
import { type TalkSituation, talkState } from "./talkState";

const listening: TalkSituation = {
  phase: "on",
  reconnecting: false,
  agentPresent: true,
  agentState: "listening",
  microphone: "on",
};

describe("what the page shows of a conversation", () => {
  it("follows the agent", () => {
    expect(talkState(listening)).toBe("listening");
    expect(talkState({ ...listening, agentState: "thinking" })).toBe("thinking");
    expect(talkState({ ...listening, agentState: "speaking" })).toBe("speaking");
  });

  it("waits for an agent that has not joined or not finished starting", () => {
    expect(talkState({ ...listening, agentPresent: false })).toBe("waiting");
    expect(talkState({ ...listening, agentState: "initializing" })).toBe("waiting");
  });

  it("never says that it listens to a microphone that is off", () => {
    expect(talkState({ ...listening, microphone: "muted" })).toBe("muted");
    expect(talkState({ ...listening, microphone: "none" })).toBe("typing");
  });

  it("says so when the connection is lost, whatever the agent did last", () => {
    expect(talkState({ ...listening, reconnecting: true, agentState: "speaking" })).toBe(
      "reconnecting",
    );
  });
});
