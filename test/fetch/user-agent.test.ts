import { expect, test } from "vitest";
import { userAgent } from "../../src/fetch/http-fetcher.ts";

test.each([
  { contact: "https://example.org/bot", is: "Mujaz/1.2.3 (Arabic news digests; +https://example.org/bot)" },
  { contact: "editor@example.org", is: "Mujaz/1.2.3 (Arabic news digests; +editor@example.org)" },
  { contact: "", is: "Mujaz/1.2.3 (Arabic news digests)" },
  { contact: "مدير الموقع", is: "Mujaz/1.2.3 (Arabic news digests)" },
  { contact: "a)\r\nX-Evil: 1 (\\", is: "Mujaz/1.2.3 (Arabic news digests; +aX-Evil:1)" },
])("userAgent with the contact «$contact»", ({ contact, is }) => expect(userAgent("1.2.3", contact)).toBe(is));
