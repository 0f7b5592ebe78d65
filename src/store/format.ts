/** The layout of the records. A store of another one is refused, never overwritten. */
export const FORMAT = 1;
