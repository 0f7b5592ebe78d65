import { Keyv, type KeyvStorageAdapter } from "keyv";
import { StoreError } from "../errors.ts";
import type { Logger } from "../ports.ts";
import { type Backend, PLAIN_JSON } from "./backend.ts";

const ANSWER_MS = 2000;
const LONGEST_PAUSE_MS = 2000;

/** Opens a store on a Redis or PostgreSQL server. Throws `StoreError` when it does not answer. */
export async function openRemote(url: string, logger: Logger): Promise<Backend> {
  const adapters: KeyvStorageAdapter[] = [];
  const make = /^redis/.test(url) ? await redis(url) : await postgres(url);
  return {
    keyv(namespace) {
      const adapter = make(namespace);
      adapters.push(adapter);
      // What fails in the background is logged; what fails in a call rejects that call (see keyv-records.ts).
      adapter.on("error", (error: unknown) => logger.warn({ err: error }, "the store's connection failed"));
      return new Keyv({ store: withoutErrorEvents(adapter), serialization: PLAIN_JSON });
    },
    async backup() {
      throw new StoreError("this store is on a server: back it up with the server's own tools");
    },
    async close() {
      await Promise.allSettled(adapters.map((adapter) => adapter.disconnect?.()));
    },
  };
}

async function redis(url: string): Promise<(namespace: string) => KeyvStorageAdapter> {
  const { default: KeyvRedis } = await import("@keyv/redis");
  const client = {
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: ANSWER_MS },
    socket: {
      connectTimeout: ANSWER_MS,
      reconnectStrategy: (tries: number) => Math.min(200 * tries, LONGEST_PAUSE_MS),
    },
  };
  return (namespace) =>
    new KeyvRedis(client, {
      namespace: `mujaz-${namespace}`,
      throwOnErrors: true,
      throwOnConnectError: true,
      connectionTimeout: ANSWER_MS, // without it a server that is not there is waited for without end
    }) as unknown as KeyvStorageAdapter;
}

async function postgres(url: string): Promise<(namespace: string) => KeyvStorageAdapter> {
  const { default: KeyvPostgres } = await import("@keyv/postgres");
  return (namespace) =>
    new KeyvPostgres({
      uri: url,
      table: "mujaz",
      namespace,
      iterationLimit: 500,
    } as never) as unknown as KeyvStorageAdapter;
}

/** Keyv subscribes to its adapter's errors and re-emits them, where nobody listens: that would end the process. */
function withoutErrorEvents(adapter: KeyvStorageAdapter): KeyvStorageAdapter {
  return new Proxy(adapter, {
    get(target, name) {
      if (name === "on") return () => adapter;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
