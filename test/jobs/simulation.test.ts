import { test } from "vitest";
import { Simulation } from "./simulation.ts";

const SEEDS = Number(process.env["SIMULATION_SEEDS"] ?? 60);
const FIRST_SEED = Number(process.env["SIMULATION_FIRST"] ?? 1);

test(
  `days of floods, lost answers, blocks, moves, chats that are forgotten and come back, changed hours, wrong clocks, full disks and kills (${SEEDS} seeds): no gap, nothing twice without a reason, nobody forgotten, no more in memory than one digest a chat`,
  async () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) await new Simulation(seed).run();
  },
  60_000 + SEEDS * 3000,
);
