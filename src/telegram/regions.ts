import type { Translate } from "../lib/messages.ts";

/** A city with a button: the message `city-<key>` is its name. */
export type City = readonly [key: string, zone: string];

/** A part of the world and the cities that stand for its clocks: the message `region-<key>` is its name. */
export interface Region {
  readonly key: string;
  readonly cities: readonly City[];
}

/** The zones that can be chosen without typing; any other can be typed. */
export const REGIONS: readonly Region[] = [
  {
    key: "gulf",
    cities: [
      ["riyadh", "Asia/Riyadh"],
      ["dubai", "Asia/Dubai"],
      ["kuwait", "Asia/Kuwait"],
      ["doha", "Asia/Qatar"],
      ["manama", "Asia/Bahrain"],
      ["muscat", "Asia/Muscat"],
      ["sanaa", "Asia/Aden"],
    ],
  },
  {
    key: "levant",
    cities: [
      ["baghdad", "Asia/Baghdad"],
      ["damascus", "Asia/Damascus"],
      ["beirut", "Asia/Beirut"],
      ["amman", "Asia/Amman"],
      ["jerusalem", "Asia/Hebron"],
      ["gaza", "Asia/Gaza"],
    ],
  },
  {
    key: "nile",
    cities: [
      ["cairo", "Africa/Cairo"],
      ["khartoum", "Africa/Khartoum"],
      ["mogadishu", "Africa/Mogadishu"],
      ["djibouti", "Africa/Djibouti"],
    ],
  },
  {
    key: "maghreb",
    cities: [
      ["tripoli", "Africa/Tripoli"],
      ["tunis", "Africa/Tunis"],
      ["algiers", "Africa/Algiers"],
      ["rabat", "Africa/Casablanca"],
      ["nouakchott", "Africa/Nouakchott"],
    ],
  },
  {
    key: "europe",
    cities: [
      ["istanbul", "Europe/Istanbul"],
      ["london", "Europe/London"],
      ["paris", "Europe/Paris"],
      ["berlin", "Europe/Berlin"],
      ["stockholm", "Europe/Stockholm"],
      ["moscow", "Europe/Moscow"],
    ],
  },
  {
    key: "america",
    cities: [
      ["new-york", "America/New_York"],
      ["chicago", "America/Chicago"],
      ["los-angeles", "America/Los_Angeles"],
      ["toronto", "America/Toronto"],
      ["sao-paulo", "America/Sao_Paulo"],
    ],
  },
];

/** A zone as its chat reads it: «الرياض» for one that has a button, else its own name. */
export function zoneName(t: Translate, timeZone: string): string {
  const city = REGIONS.flatMap(({ cities }) => cities).find(([, zone]) => zone === timeZone);
  return city === undefined ? timeZone : t(`city-${city[0]}`);
}
