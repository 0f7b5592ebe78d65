const REDRAW_MS = 200;

/** Progress of a long run on stderr, drawn only on a terminal. */
export interface Progress {
  step(): void;
  /** Clears the line. */
  end(): void;
}

/** Counts steps: `what 1,234 / 5,000 (12 s)`; the total only where it is known. */
export function createProgress(what: string, total?: number): Progress {
  const startedAt = Date.now();
  let count = 0;
  let drawnAt = 0;
  const visible = process.stderr.isTTY === true;
  return {
    step() {
      count++;
      const now = Date.now();
      if (!visible || now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      const seconds = Math.round((now - startedAt) / 1000);
      const of = total === undefined ? "" : ` / ${total.toLocaleString("en")}`;
      process.stderr.write(`\r\x1b[K${what} ${count.toLocaleString("en")}${of} (${seconds} s)`);
    },
    end() {
      if (visible && drawnAt > 0) process.stderr.write("\r\x1b[K");
    },
  };
}
