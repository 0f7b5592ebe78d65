/** Text of a message key in one language; `args` fill its placeholders. */
export type Translate = (key: string, args?: Readonly<Record<string, string | number>>) => string;
