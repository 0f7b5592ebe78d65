const REDRAW_MS = 200;

/** Where nothing can be drawn, a line is written so often. */
const LINE_MS = 10_000;

/** Progress of a long run on stderr: drawn on a terminal, a line now and then elsewhere. */
export interface Progress {
  step(count?: number): void;
  /** Clears the line. */
  end(): void;
}

/** Counts steps: `what 1,234 / 5,000 (12 s)`; the total only where it is known. */
export function createProgress(what: string, total?: number): Progress {
  const startedAt = Date.now();
  let count = 0;
  const visible = process.stderr.isTTY === true;
  let drawnAt = visible ? 0 : startedAt;
  return {
    step(more = 1) {
      count += more;
      const now = Date.now();
      if (now - drawnAt < (visible ? REDRAW_MS : LINE_MS)) return;
      drawnAt = now;
      const seconds = Math.round((now - startedAt) / 1000);
      const of = total === undefined ? "" : ` / ${total.toLocaleString("en")}`;
      const line = `${what} ${count.toLocaleString("en")}${of} (${seconds} s)`;
      process.stderr.write(visible ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end() {
      if (visible && drawnAt > 0) process.stderr.write("\r\x1b[K");
    },
  };
}
