import type { Logger } from "../../src/ports.ts";

/** Says nothing. */
export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };
