import { type Command, OUTPUT_OPTIONS, UsageError } from "./command.ts";
import { print, printJson } from "./lines.ts";
import { withNewsroom } from "./open-newsroom.ts";

/** `mujaz store backup`: a copy of the store, made while the bot runs. */
export const storeCommand: Command = {
  name: "store",
  summary: "back up the store",
  usage: `mujaz store backup <file> [--json]

Copies the store into a new file, whole and consistent, while the bot runs. To restore it, stop the bot, delete the store
that STORE_URL names with all files beside it that begin with its name (a "-wal" that a killed bot left would damage the
copy), and put the copy in its place; the search index is rebuilt by itself.`,
  options: OUTPUT_OPTIONS,
  async run(call) {
    const [action, file, ...more] = call.positionals;
    if (action !== "backup" || file === undefined || more.length > 0) throw new UsageError("expected: backup <file>");
    await withNewsroom(async ({ store }) => {
      await store.backup(file);
      await (call.options["json"] ? printJson({ backup: file }) : print(`backed up to ${file}`));
    });
  },
};
