import type { Change } from "./pages";

const MOST_KEPT = 2_000;

/** The last changes of tasks, for readings that were under way when they came. */
export class News {
  #changes: Change[] = [];
  #dropped = 0;

  /** The moment now. */
  mark(): number {
    return this.#dropped + this.#changes.length;
  }

  /** What came after a moment. */
  since(mark: number): Change[] {
    return this.#changes.slice(Math.max(0, mark - this.#dropped));
  }

  add(changes: Change[]): void {
    this.#changes.push(...changes);
    const over = this.#changes.length - MOST_KEPT;
    if (over <= 0) return;
    this.#changes = this.#changes.slice(over);
    this.#dropped += over;
  }
}
