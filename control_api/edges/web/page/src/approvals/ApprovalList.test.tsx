import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Approval } from "../api/contract";
import { TEXTS } from "../texts";
import { ApprovalList } from "./ApprovalList";

const about = (more: Partial<Approval>): Approval => ({
  id: "a",
  at: "2026-11-24T09:00:00Z",
  expires_at: "2026-11-24T09:05:00Z",
  conversation: "",
  source: "api",
  question: "Delete the rent? Say yes or no.",
  actions: [{ type: "delete_task" }],
  steps: ["Delete the rent"],
  ...more,
});

const markup = (waiting: Approval[], note = "") =>
  renderToStaticMarkup(
    <ApprovalList waiting={waiting} note={note} onDecide={() => Promise.resolve(null)} />,
  );

/** Everything that is told to who does not see it. */
const told = (html: string) => html.split("<section")[0];

describe("what waits for a yes", () => {
  it("is a question with a button for each answer", () => {
    const html = markup([about({})]);
    expect(html.match(/<button/g)).toHaveLength(2);
    expect(html).toContain(">Yes, delete</button>");
    expect(html).toContain(">No</button>");
    expect(html).toContain(">Delete the rent? Say yes or no.</p>");
  });

  it("can be unfolded when it has more steps than the question names", () => {
    const actions = Array.from({ length: 12 }, () => ({ type: "delete_task" }));
    expect(markup([about({ actions })])).toContain(">Show all 12</button>");
    expect(markup([about({})])).not.toContain("Show all");
  });

  it("can't be answered in the moment in which it appears", () => {
    expect(markup([about({})]).match(/aria-disabled="true"/g)).toHaveLength(2);
  });

  it("is told to who does not see it, and of what was asked aloud only that it waits", () => {
    expect(told(markup([about({})]))).toContain("Delete the rent?");
    const aloud = told(markup([about({ source: "voice" })]));
    expect(aloud).not.toContain("Delete the rent?");
    expect(aloud).toContain(TEXTS.approvals.waits);
  });

  it("is nothing to be seen when there is nothing, and what became of the last one is told", () => {
    expect(markup([])).toContain('hidden=""');
    const html = markup([], TEXTS.approvals.late);
    expect(html).not.toContain('hidden=""');
    expect(told(html)).toContain(TEXTS.approvals.late);
  });
});
