import type { KeyboardEvent, PointerEvent } from "react";
import { describe, expect, it, vi } from "vitest";
import { holding } from "./holding";

const key = (name: string, repeat = false) =>
  ({ key: name, repeat, preventDefault: vi.fn() }) as unknown as KeyboardEvent;
const pointer = {
  currentTarget: { setPointerCapture: vi.fn() },
  pointerId: 1,
} as unknown as PointerEvent<HTMLButtonElement>;

describe("a button that is held down to talk", () => {
  it("opens the microphone while it is held, by pointer", () => {
    const open = vi.fn();
    const button = holding({ open, hush: vi.fn(), state: "muted" });
    button.onPointerDown(pointer);
    expect(open.mock.calls).toEqual([[true]]);
    button.onPointerUp();
    expect(open.mock.calls).toEqual([[true], [false]]);
  });

  it("does so by Space and Enter, once however long they are held", () => {
    const open = vi.fn();
    const button = holding({ open, hush: vi.fn(), state: "muted" });
    button.onKeyDown(key(" "));
    button.onKeyDown(key(" ", true));
    button.onKeyDown(key("Tab"));
    button.onKeyUp(key("Tab"));
    button.onKeyUp(key(" "));
    expect(open.mock.calls).toEqual([[true], [false]]);
  });

  it("stops the voice that speaks, and no other", () => {
    const hush = vi.fn();
    holding({ open: vi.fn(), hush, state: "muted" }).onPointerDown(pointer);
    expect(hush).not.toHaveBeenCalled();
    holding({ open: vi.fn(), hush, state: "speaking" }).onPointerDown(pointer);
    expect(hush).toHaveBeenCalledOnce();
  });

  it("closes the microphone when the page loses it", () => {
    const open = vi.fn();
    const button = holding({ open, hush: vi.fn(), state: "muted" });
    button.onPointerDown(pointer);
    button.onBlur();
    button.onPointerCancel();
    expect(open.mock.calls).toEqual([[true], [false], [false]]);
  });
});
