import { expect, test } from "vitest";
import { ar, type Bed, buttonsOf, en, READER, startBed } from "./bed.ts";

test("/times before /subscribe is kept and names the digest that would come", async () => {
  const bed = await startBed();
  const [answer] = await bed.say("/times 21:30 9 ص");
  expect(answer).toContain("الموجز القادم: اليوم 21:30");
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ digestAt: ["09:00", "21:30"], subscribedAt: null });
  expect(await bed.say("/times soon")).toEqual([ar("times-usage", { count: 6, number: "6" })]);
  const [subscribed] = await bed.say("/subscribe");
  expect(subscribed).toContain("الموجز القادم: اليوم 21:30");
});

test("hours are pressed in and out, at least one and at most six", async () => {
  const bed = await startBed();
  await bed.say("المواعيد");
  await bed.press("✓ 08:00");
  expect(bed.digests.stored.get(`${READER}:0`)?.digestAt).toEqual(["20:00"]);
  expect(await bed.press("✓ 20:00")).toBe(ar("times-at-least-one"));
  for (const hour of ["06:00", "07:00", "09:00", "12:00", "14:00"]) await bed.press(hour);
  expect(await bed.press("16:00")).toBe(ar("times-at-most", { count: 6, number: "6" }));
  expect(bed.digests.stored.get(`${READER}:0`)?.digestAt).toHaveLength(6);
});

test.each([
  { said: "/timezone القاهرة", zone: "Africa/Cairo" },
  { said: "/timezone europe/berlin", zone: "Europe/Berlin" },
  { said: "التوقيت لندن", zone: "Europe/London" },
])("$said is $zone", async ({ said, zone }) => {
  const bed = await startBed();
  await bed.say(said);
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ timeZone: zone });
});

test("an unknown city is told so, and a zone can be pressed by region and city", async () => {
  const bed = await startBed();
  expect(await bed.say("/timezone أطلانتس")).toEqual([ar("zone-unknown", { zone: "أطلانتس" })]);
  await bed.press(ar("region-maghreb"));
  await bed.press(ar("city-tunis"));
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ timeZone: "Africa/Tunis" });
  expect(buttonsOf(bed.last()).flat()).toContain(`✓ ${ar("city-tunis")}`);
  await bed.press(ar("button-back"));
  expect(buttonsOf(bed.last()).flat()).toContain(ar("region-gulf"));
});

const quietButton = (bed: Bed) =>
  buttonsOf(bed.last())
    .flat()
    .find((text) => text.startsWith(ar("setting-quiet", { hours: "" }).trim())) as string;

test("/settings turns each choice, and the language turns the keyboard with it", async () => {
  const bed = await startBed();
  await bed.say("الإعدادات");
  await bed.press(ar("setting-stories", { number: "10" }));
  await bed.press(ar("setting-length", { length: ar("length-usual") }));
  await bed.press(ar("setting-layout", { layout: ar("layout-full") }));
  await bed.press(ar("setting-digits", { digits: "123" }));
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({
    maxStories: 15,
    summary: { sentences: 5, words: 110 },
    layout: "headlines",
    digits: "arab",
  });
  expect(bed.last().text).toContain("٠٨:٠٠ و٢٠:٠٠");
  for (let presses = 0; presses < 3; presses++) await bed.press(quietButton(bed));
  await bed.press(ar("setting-urgent", { state: ar("urgent-waits") }));
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({
    quietHours: ["00:00", "08:00"],
    urgentInQuietHours: true,
  });
  const quiet = ar("quiet-hours", { from: "٠٠:٠٠", to: "٠٨:٠٠" });
  expect(bed.last().text).toContain(ar("settings-quiet", { hours: quiet }));
  await bed.press(quietButton(bed));
  expect(bed.digests.stored.get(`${READER}:0`)?.quietHours).toBeNull();
  expect(buttonsOf(bed.last()).flat()).toContain(ar("setting-quiet", { hours: ar("quiet-none") }));
  await bed.press("English");
  expect(bed.last().text).toContain(en("settings-not-subscribed"));
  expect(buttonsOf(bed.last())[0]).toEqual(["Hours", "Time zone"]);
  // Arabic digits are for Arabic lines only.
  expect(bed.last().text).toContain("08:00 and 20:00");
  expect(buttonsOf(bed.last())[2]).toEqual([en("setting-layout", { layout: en("layout-headlines") })]);
  expect(await bed.say("/help")).toEqual([expect.stringContaining("This is what I can do")]);
});
