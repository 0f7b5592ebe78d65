/** At most so many UTF-16 units of a text, cut between characters: Telegram refuses half of one. */
export function cut(text: string, units: number): string {
  return text.length <= units ? text : text.slice(0, units).replace(/\p{Surrogate}$/u, "");
}

/** As many entries as fit, joined; «…» stands for those that do not. */
export function cutList(entries: readonly string[], separator: string, units: number): string {
  const shown: string[] = [];
  let length = 0;
  for (const entry of entries) {
    length += entry.length + separator.length;
    if (length > units) return [...shown, "…"].join(separator);
    shown.push(entry);
  }
  return shown.join(separator);
}

/** Lines in as few messages as hold them, at most so many units each, in order; none is cut. */
export function packLines(lines: readonly string[], units: number): string[] {
  const messages: string[] = [];
  for (const line of lines) {
    const last = messages.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= units)
      messages[messages.length - 1] = `${last}\n${line}`;
    else messages.push(line);
  }
  return messages;
}
