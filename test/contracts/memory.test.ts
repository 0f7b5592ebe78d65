import { createMemoryStores } from "../fakes/memory-records.ts";
import { recordsContract } from "./records.ts";

recordsContract("the fake", async () => ({ stores: createMemoryStores(), close: async () => {} }));
