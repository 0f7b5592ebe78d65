import { parseArgs } from "node:util";
import { AppError, ExtractError, FetchError } from "../errors.ts";
import { VERSION } from "../version.ts";
import { adviceOn } from "./advice.ts";
import { type Command, UsageError } from "./command.ts";
import { print, ReaderGone } from "./lines.ts";

/** Loaded when they are called: a run over many small inputs starts them often, and most need little of the program. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  extract: async () => (await import("./extract.ts")).extractCommand,
  headlines: async () => (await import("./headlines.ts")).headlinesCommand,
  summarise: async () => (await import("./summarise.ts")).summariseCommand,
  group: async () => (await import("./group.ts")).groupCommand,
  import: async () => (await import("./import.ts")).importCommand,
  search: async () => (await import("./search.ts")).searchCommand,
  digest: async () => (await import("./digest.ts")).digestCommand,
  source: async () => (await import("./source.ts")).sourceCommand,
  store: async () => (await import("./store.ts")).storeCommand,
};

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return `mujaz <command> [options]      (npm run -s mujaz -- <command>)

${commands.map((command) => `  ${command.name.padEnd(10)} ${command.summary}`).join("\n")}

mujaz <command> --help tells more. Exit codes: 0 done, 1 failed, 2 wrong usage.`;
}

/** Runs one command line; answers the exit code. What goes wrong is told on stderr in one line. */
async function runCommand(commandLine: readonly string[]): Promise<number> {
  const [name, ...rest] = commandLine;
  if (name === undefined) {
    process.stderr.write(`${await overview()}\n`);
    return 2;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    await print(await overview());
    return 0;
  }
  if (name === "--version") {
    await print(VERSION);
    return 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    process.stderr.write(`mujaz: there is no command ${name}\n\n${await overview()}\n`);
    return 2;
  }
  const command = await (COMMANDS[name] as () => Promise<Command>)();
  try {
    const options = { ...command.options, help: { type: "boolean", short: "h" } } as const;
    // «-كلمة» is a word to leave out of a search, not an option: it is moved behind the options.
    const words = rest.filter((arg) => /^-\P{ASCII}/u.test(arg));
    const args = words.length === 0 ? rest : [...rest.filter((arg) => !words.includes(arg)), "--", ...words];
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (values["help"] === true) {
      await print(command.usage);
      return 0;
    }
    await command.run({ positionals, options: values as Record<string, string | boolean | undefined> });
    return 0;
  } catch (error) {
    if (error instanceof ReaderGone) return 0;
    const wrongUsage =
      error instanceof UsageError || String((error as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");
    if (wrongUsage) process.stderr.write(`mujaz ${name}: ${(error as Error).message}\n\n${command.usage}\n`);
    else if (error instanceof FetchError || error instanceof ExtractError)
      process.stderr.write(`mujaz ${name}: ${error.message}${await adviceOn(error.failure)}\n`);
    else if (error instanceof AppError || isOfTheSystem(error))
      process.stderr.write(`mujaz ${name}: ${(error as Error).message}\n`);
    else process.stderr.write(`mujaz ${name}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return wrongUsage ? 2 : 1;
  }
}

/** A folder that may not be written to, a full disk: its message says it all. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";
}

// The reader of a pipe may leave before the end (`mujaz … | head`): that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.loadEnvFile();
} catch {
  // There is no .env: the environment alone.
}
process.exitCode = await runCommand(process.argv.slice(2));
