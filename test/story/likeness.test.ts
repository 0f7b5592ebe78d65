import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS } from "../../src/lib/time.ts";
import { likeness, SAME_MATTER, SAME_STORY } from "../../src/story/likeness.ts";
import { profileOf } from "../../src/story/profile.ts";
import { createVocabulary } from "../../src/story/vocabulary.ts";
import { STREAM } from "./stream.ts";

const vocabulary = createVocabulary();
const profiles = STREAM.map((article) => profileOf(article, vocabulary));
for (const profile of profiles) vocabulary.count(profile.terms);
const any = fc.constantFrom(...profiles);

test("likeness is symmetric, from 0 to 1, and one event is always one matter", () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const found = likeness(a, b, vocabulary);
      expect(found.event).toBeCloseTo(likeness(b, a, vocabulary).event, 10);
      expect(found.event).toBeGreaterThanOrEqual(0);
      expect(found.matter).toBeLessThanOrEqual(1);
      expect(found.event).toBeLessThanOrEqual(found.matter);
    }),
  );
});

test("the longer the time between two articles, the less they are one event; the matter stays", () => {
  const telling = STREAM.findIndex((article) => article.tells !== undefined);
  const told = STREAM.findIndex((article) => article.id === STREAM[telling]?.tells);
  const [a, b] = [profiles[told], profiles[telling]];
  if (a === undefined || b === undefined) throw new Error("the stream has no second telling");
  const after = (hours: number) => likeness(a, { ...b, publishedAt: a.publishedAt + hours * HOUR_MS }, vocabulary);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 47 }), (hours) => {
      expect(after(hours + 1).event).toBeLessThan(after(hours).event);
      expect(after(hours + 1).matter).toBe(after(hours).matter);
    }),
    { numRuns: 30 },
  );
});

test("two texts of one formula under headlines that have nothing in common are two events", () => {
  const formula =
    "بحسب بيان صدر صباح اليوم عن بلدية المدينة، وقال البيان إن العمل استمر أشهرا وشارك فيه عشرات المتطوعين.";
  const [a, b] = ["المكتبة العامة تمدد ساعات عملها", "مزارعو التلال يقطفون الزيتون"].map((title, index) =>
    profileOf({ sourceId: `s${index}`, title, paragraphs: [formula], publishedAt: 0 }, vocabulary),
  ) as [(typeof profiles)[0], (typeof profiles)[0]];
  expect(likeness(a, b, vocabulary)).toEqual({ event: 0, matter: 0 });
});

test("a follow-up is on the matter of its story and not the same event", () => {
  const at = (id: string | undefined) => profiles[STREAM.findIndex((article) => article.id === id)];
  const followers = STREAM.filter((article) => article.follows !== undefined);
  expect(followers.length).toBeGreaterThan(0);
  for (const { id, follows } of followers) {
    const [earlier, later] = [at(follows), at(id)];
    if (earlier === undefined || later === undefined) throw new Error("the stream lacks an article");
    const found = likeness(earlier, later, vocabulary);
    expect(found.event).toBeLessThan(SAME_STORY);
    expect(found.matter).toBeGreaterThanOrEqual(SAME_MATTER);
  }
});

test("one outlet tells an event twice less likely than two outlets do", () => {
  const telling = STREAM.findIndex((article) => article.tells !== undefined);
  const told = STREAM.findIndex((article) => article.id === STREAM[telling]?.tells);
  const [a, b] = [profiles[told], profiles[telling]];
  if (a === undefined || b === undefined) throw new Error("the stream has no second telling");
  const [ofOne, ofTwo] = [a.sourceId, `${a.sourceId}-other`].map((sourceId) =>
    likeness(a, { ...b, sourceId }, vocabulary),
  );
  expect(ofOne?.event).toBeLessThan(ofTwo?.event ?? 0);
  expect(ofOne?.matter).toBeLessThanOrEqual(ofTwo?.matter ?? 0);
});

test("news of somebody in office need more in common to be one event than others", () => {
  const told = (who: string, sourceId: string) =>
    profileOf(
      {
        sourceId,
        title: `${who} يفتح الجسر الجديد أمام السيارات`,
        paragraphs: [`فتح ${who} الجسر الجديد أمام السيارات صباح اليوم، وعبرته مئات الحافلات في ساعته الأولى.`],
        publishedAt: 0,
      },
      vocabulary,
    );
  const event = (who: string) => likeness(told(who, "one"), told(who, "other"), vocabulary).event;
  expect(event("الوزير")).toBeLessThan(event("المهندس"));
});
