import { loadConfig } from "../config.ts";
import { restoreStore } from "../store/restore.ts";
import { type Command, OUTPUT_OPTIONS, UsageError } from "./command.ts";
import { print, printJson } from "./lines.ts";
import { withNewsroom } from "./open-newsroom.ts";

/** `mujaz store backup|restore`: a copy of the store, made while the bot runs, and put back while it does not. */
export const storeCommand: Command = {
  name: "store",
  summary: "back up and restore the store",
  usage: `mujaz store backup <file> [--json]
mujaz store restore <file> [--json]

backup copies the store into a new file, whole and consistent, while the bot runs.

restore puts such a file in the place of the store that STORE_URL names. The bot must be stopped. The file is checked first:
that it is whole, and of this release. The store that was there is kept beside it under a name with the time, which is
answered. The search index is rebuilt by itself. News that were sent since the backup may be sent again.`,
  options: OUTPUT_OPTIONS,
  async run(call) {
    const [action, file, ...more] = call.positionals;
    if (file === undefined || more.length > 0 || (action !== "backup" && action !== "restore"))
      throw new UsageError("expected: backup <file> or restore <file>");
    if (action === "restore") {
      const aside = restoreStore(loadConfig(process.env).STORE_URL, file, Date.now());
      const before = aside === null ? "" : `; the store that was there is ${aside}`;
      return call.options["json"] ? printJson({ restored: file, aside }) : print(`restored ${file}${before}`);
    }
    await withNewsroom(async ({ store }) => {
      await store.backup(file);
      await (call.options["json"] ? printJson({ backup: file }) : print(`backed up to ${file}`));
    });
  },
};
