import type { EventEmitter } from "node:events";
import { Keyv, type KeyvStorageAdapter } from "keyv";
import { StoreError } from "../errors.ts";
import type { Logger } from "../ports.ts";
import { type Backend, PLAIN_JSON } from "./backend.ts";

const ANSWER_MS = 2000;
const LONGEST_PAUSE_MS = 2000;

/** Opens a store on a Redis or PostgreSQL server. Throws `StoreError` when it does not answer. */
export async function openRemote(url: string, logger: Logger): Promise<Backend> {
  const adapters: KeyvStorageAdapter[] = [];
  const make = /^redis/.test(url) ? await redis(url) : await postgres(url, logger);
  return {
    keyv(namespace) {
      const adapter = make(namespace);
      adapters.push(adapter);
      let failure: unknown;
      // What fails in the background is logged; what fails in a call rejects that call (see keyv-records.ts).
      adapter.on("error", (error: unknown) => {
        failure = error;
        logger.warn({ err: error }, "the store's connection failed");
      });
      /** Adapters end an iteration that fails as if there were no more: half of the chats would be all of them. */
      async function* whole<Value>() {
        failure = undefined;
        if (adapter.iterator !== undefined) yield* adapter.iterator<Value>();
        if (failure !== undefined) throw failure;
      }
      return new Keyv({ store: guarded(adapter, whole), serialization: PLAIN_JSON });
    },
    lock: () => false,
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
  return (namespace) => {
    let wasReady = false;
    const client = {
      url,
      disableOfflineQueue: true,
      commandOptions: { timeout: ANSWER_MS },
      socket: {
        connectTimeout: ANSWER_MS,
        // A server that is not there at the start ends the start; one that goes away is waited for.
        reconnectStrategy: (tries: number) =>
          wasReady ? Math.min(200 * tries, LONGEST_PAUSE_MS) : new Error("the server does not answer"),
      },
    };
    const adapter = new KeyvRedis(client, {
      namespace: `mujaz-${namespace}`,
      throwOnErrors: true,
      throwOnConnectError: true,
    });
    adapter.client.on("ready", () => {
      wasReady = true;
    });
    return adapter as unknown as KeyvStorageAdapter;
  };
}

async function postgres(url: string, logger: Logger): Promise<(namespace: string) => KeyvStorageAdapter> {
  const { default: KeyvPostgres } = await import("@keyv/postgres");
  /**
   * A pool tells of connections that broke while idle, and ends the process where nobody listens. The adapter
   * hides its pool; it calls this.
   */
  function log(this: EventEmitter): void {
    if (this.listenerCount("error") > 0) return;
    this.on("error", (error: unknown) => logger.warn({ err: error }, "a connection to the store broke"));
  }
  const options = { uri: url, table: "mujaz", iterationLimit: 500, connectionTimeoutMillis: ANSWER_MS, log };
  return (namespace) => {
    const adapter = new KeyvPostgres(options as never);
    adapter.namespace = namespace; // the option of this name is not looked at
    return adapter as unknown as KeyvStorageAdapter;
  };
}

/** Keyv subscribes to its adapter's errors and re-emits them, where nobody listens: that would end the process. */
function guarded(adapter: KeyvStorageAdapter, iterator: KeyvStorageAdapter["iterator"]): KeyvStorageAdapter {
  return new Proxy(adapter, {
    get(target, name) {
      if (name === "on") return () => adapter;
      if (name === "iterator") return iterator;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
