/** Data that a program brings along: `window.__INITIAL_STATE__ = {…}`. */
const STATE = /^\s*(?:window|self|globalThis)\.\w+\s*=\s*(?=\{)/;
const STATE_UNITS = 100;
/** `application/ld+json`, `application/json`. */
const DATA_TAG = /json/i;
/**
 * What looks like a program may be words in a comment, a title, a field: then one of these ends that, and with it more than a
 * program would go. And a comment in a program may hide its end.
 */
const OTHER_END =
  /<!--|--!?>|<\/(?:script|style|title|textarea|noscript|noframes|noembed|iframe|xmp|template)|<plaintext/i;

/** Whether nobody reads what stands in a `script` or `style` of this tag, so that it need not be parsed. */
export function isUnread(tag: string, code: string): boolean {
  return (
    !DATA_TAG.test(tag) && !STATE.test(code.slice(0, STATE_UNITS)) && !OTHER_END.test(tag) && !OTHER_END.test(code)
  );
}

/** What a program sets its state to, as it is written; undefined where it does not begin with that. */
export function stateIn(code: string): string | undefined {
  return STATE.test(code.slice(0, STATE_UNITS)) ? code.replace(STATE, "").replace(/;\s*$/, "") : undefined;
}
