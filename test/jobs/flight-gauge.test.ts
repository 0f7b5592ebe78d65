import { expect, test } from "vitest";
import { createFlightGauge, type FlightGauge } from "../../src/jobs/flight-gauge.ts";

const NOW = 10_000;

/** How many may be on their way at once. */
function room(gauge: FlightGauge): number {
  const begunAt: number[] = [];
  while (gauge.mayBeginAt(begunAt, NOW) === 0) begunAt.push(NOW);
  return begunAt.length;
}
function after(gauge: FlightGauge, count: number, flightMs: number): number {
  for (let flight = 0; flight < count; flight++) gauge.note(flightMs);
  return room(gauge);
}

test("one goes until it was answered, then as many as the rate needs while the process is young", () => {
  const gauge = createFlightGauge(30);
  expect(room(gauge)).toBe(1);
  expect(after(gauge, 1, 110)).toBe(3);
  expect(after(gauge, 40, 110)).toBe(3);
});

test.each([
  { flightMs: 5, expected: 4, why: "answers that come at once" },
  { flightMs: 110, expected: 5, why: "3.3 are on their way at the full rate" },
  { flightMs: 250, expected: 9, why: "7.5 are" },
  { flightMs: 5000, expected: 9, why: "slower than that is not made up for" },
])("later there is room for the full rate and one more: $why", ({ flightMs, expected }) => {
  expect(after(createFlightGauge(30), 64, flightMs)).toBe(expected);
});

test("a few slow answers change nothing", () => {
  const gauge = createFlightGauge(30);
  const before = after(gauge, 64, 110);
  expect(after(gauge, 16, 900)).toBe(before);
});

test("what hangs for a second keeps nobody from beginning, up to a bound", () => {
  const gauge = createFlightGauge(30);
  after(gauge, 64, 5);
  const hanging = Array.from({ length: 4 }, () => NOW - 400);
  expect(gauge.mayBeginAt(hanging, NOW)).toBe(NOW + 600);
  expect(gauge.mayBeginAt(hanging, NOW + 600)).toBe(0);
  expect(
    gauge.mayBeginAt(
      Array.from({ length: 9 }, () => 0),
      NOW,
    ),
  ).toBe(Number.POSITIVE_INFINITY);
});
