import { alArabiya } from "./catalogue/al-arabiya.ts";
import { alArabyAlJadeed } from "./catalogue/al-araby-al-jadeed.ts";
import { alJazeera } from "./catalogue/al-jazeera.ts";
import { alKhaleej } from "./catalogue/al-khaleej.ts";
import { alMasryAlYoum } from "./catalogue/al-masry-al-youm.ts";
import { alQuds } from "./catalogue/al-quds.ts";
import { alQudsAlArabi } from "./catalogue/al-quds-al-arabi.ts";
import { alSharq } from "./catalogue/al-sharq.ts";
import { alYaum } from "./catalogue/al-yaum.ts";
import { alhurra } from "./catalogue/alhurra.ts";
import { alsumaria } from "./catalogue/alsumaria.ts";
import { anNahar } from "./catalogue/an-nahar.ts";
import { anadolu } from "./catalogue/anadolu.ts";
import { aps } from "./catalogue/aps.ts";
import { arabi21 } from "./catalogue/arabi21.ts";
import { argaam } from "./catalogue/argaam.ts";
import { asharqAlAwsat } from "./catalogue/asharq-al-awsat.ts";
import { bbcArabic } from "./catalogue/bbc-arabic.ts";
import { cnnArabic } from "./catalogue/cnn-arabic.ts";
import { dw } from "./catalogue/dw.ts";
import { euronews } from "./catalogue/euronews.ts";
import { france24 } from "./catalogue/france-24.ts";
import { hespress } from "./catalogue/hespress.ts";
import { independentArabia } from "./catalogue/independent-arabia.ts";
import { kuna } from "./catalogue/kuna.ts";
import { le360 } from "./catalogue/le360.ts";
import { marebpress } from "./catalogue/marebpress.ts";
import { mosaiqueFm } from "./catalogue/mosaique-fm.ts";
import { okaz } from "./catalogue/okaz.ts";
import { omanDaily } from "./catalogue/oman-daily.ts";
import { raiAlYoum } from "./catalogue/rai-al-youm.ts";
import { roya } from "./catalogue/roya.ts";
import { rtArabic } from "./catalogue/rt-arabic.ts";
import { sabq } from "./catalogue/sabq.ts";
import { sana } from "./catalogue/sana.ts";
import { shorouk } from "./catalogue/shorouk.ts";
import { skyNewsArabia } from "./catalogue/sky-news-arabia.ts";
import { sputnikArabic } from "./catalogue/sputnik-arabic.ts";
import { unNews } from "./catalogue/un-news.ts";
import { youm7 } from "./catalogue/youm7.ts";
import type { Source } from "./source.ts";

/** Arabic outlets that are known to us, each in a file of its own; the ones that a new store reads come first. */
export const CATALOGUE: readonly Source[] = [
  alJazeera,
  bbcArabic,
  skyNewsArabia,
  france24,
  dw,
  cnnArabic,
  asharqAlAwsat,
  hespress,
  rtArabic,
  alArabiya,
  alhurra,
  independentArabia,
  alArabyAlJadeed,
  alQudsAlArabi,
  arabi21,
  anadolu,
  euronews,
  sputnikArabic,
  raiAlYoum,
  unNews,
  youm7,
  alMasryAlYoum,
  shorouk,
  okaz,
  alYaum,
  sabq,
  argaam,
  alKhaleej,
  alSharq,
  kuna,
  omanDaily,
  alsumaria,
  roya,
  anNahar,
  alQuds,
  sana,
  marebpress,
  mosaiqueFm,
  aps,
  le360,
];

/**
 * The sources of a new store. `none`: none; `default`: the whole catalogue as it is, most of it switched off; else
 * ids of the catalogue, comma separated: all of it, with exactly these switched on.
 *
 * Errors: `RangeError` naming the ids that the catalogue does not have.
 */
export function starterSources(setting: string): Source[] {
  const wanted = setting.trim();
  if (wanted === "none") return [];
  if (wanted === "default") return [...CATALOGUE];
  const ids = new Set(wanted.split(",").map((id) => id.trim()));
  const unknown = [...ids].filter((id) => !CATALOGUE.some((source) => source.id === id));
  if (unknown.length > 0) throw new RangeError(`not in the catalogue: ${unknown.map((id) => `"${id}"`).join(", ")}`);
  return CATALOGUE.map((source) => ({ ...source, enabled: ids.has(source.id) }));
}
