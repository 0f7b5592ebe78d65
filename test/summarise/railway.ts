import { summarise } from "../../src/summarise/extractive.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";

export const NOW = Date.UTC(2026, 10, 23);
export const LEAD = "افتتح وزير النقل اليوم خط القطار الساحلي الجديد بين مدينتي المرفأ والتل بعد خمس سنوات من العمل.";
export const SECOND = "ويختصر الخط زمن الرحلة إلى أربعين دقيقة ويتسع القطار الواحد لستمئة راكب.";

/** The summary of an article on the coast railway. */
export const text = (paragraphs: readonly string[], title = "القطار الساحلي", limits = DEFAULT_SUMMARY_LIMITS) =>
  summarise({ id: "a", title, paragraphs }, limits, NOW).text;
