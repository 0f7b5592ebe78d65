import { DamagedRecordError } from "../errors.ts";
import type { Logger, Records } from "../ports.ts";

/**
 * Records of news, of which a damaged one is said and counts as none: what can be read or made again must hold up neither digests nor
 * reading. What a chat chose, or was told, is read without this.
 */
export function withoutDamaged<T>(records: Records<T>, logger: Logger): Records<T> {
  async function get(key: string): Promise<T | undefined> {
    try {
      return await records.get(key);
    } catch (error) {
      if (!(error instanceof DamagedRecordError)) throw error;
      logger.error({ err: error }, "a damaged record is left out");
      return undefined;
    }
  }

  return {
    get,
    async getMany(keys) {
      try {
        return await records.getMany(keys);
      } catch (error) {
        if (!(error instanceof DamagedRecordError)) throw error;
        return Promise.all(keys.map(get));
      }
    },
    put: (key, value, expiresAt) => records.put(key, value, expiresAt),
    putMany: (entries) => records.putMany(entries),
    delete: (key) => records.delete(key),
    deleteMany: (keys) => records.deleteMany(keys),
    entries: () => records.entries(),
  };
}
