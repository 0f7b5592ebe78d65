import { normalise } from "../lib/arabic/normalise.ts";
import { stem } from "../lib/arabic/stem.ts";

/** Common nouns of the news whose plural is another word: singular, then its plurals. */
const NOUNS = `مدرسة مدارس|جامعة جوامع|مسجد مساجد|كنيسة كنائس|مصنع مصانع|مطار مطارات|ميناء موانئ|مرفأ مرافئ|مستشفى مشاف|طريق طرق|شارع شوارع|جسر جسور|نهر أنهار|بحر بحار|جبل جبال|مدينة مدن|قرية قرى|دولة دول|بلد بلدان بلاد|منطقة مناطق|محافظة محافظات|ولاية ولايات|حدود حد|معبر معابر
رئيس رؤساء|وزير وزراء|سفير سفراء|أمير أمراء|ملك ملوك|زعيم زعماء|قائد قادة|نائب نواب|عضو أعضاء|خبير خبراء|عالم علماء|طبيب أطباء|مهندس مهندسين|عامل عمال|طالب طلاب طلبة|تلميذ تلاميذ|شاعر شعراء|فنان فنانين|لاعب لاعبين|مدرب مدربين|حكم حكام|محام محامي محامين|شاهد شهود|سجين سجناء|أسير أسرى|جريح جرحى|قتيل قتلى|مريض مرضى|شهيد شهداء استشهاد استشهد استشهدت استشهدوا يستشهد|ضحية ضحايا|طفل أطفال|امرأة نساء|رجل رجال|شاب شباب|شعب شعوب|لاجئ لاجئين|نازح نازحين|مهاجر مهاجرين|جندي جنود|جيش جيوش|عدو أعداء|حليف حلفاء|شريك شركاء|خصم خصوم
حرب حروب|معركة معارك|هجوم هجمات|غارة غارات|صاروخ صواريخ|قنبلة قنابل|سلاح أسلحة|دبابة دبابات|طائرة طائرات|سفينة سفن|قارب قوارب|حزب أحزاب|تنظيم تنظيمات|فصيل فصائل|اتفاق اتفاقات|قرار قرارات|قانون قوانين|حكم أحكام|بند بنود|شرط شروط|حق حقوق|ملف ملفات|أزمة أزمات|مشكلة مشاكل|خطر أخطار مخاطر|كارثة كوارث|زلزال زلازل|إعصار أعاصير|حريق حرائق|فيضان فيضانات|سيل سيول|مطر أمطار|ريح رياح|عاصفة عواصف|وباء أوبئة|مرض أمراض|فيروس فيروسات|لقاح لقاحات|دواء أدوية
سعر أسعار|سوق أسواق|بنك بنوك|مصرف مصارف|شركة شركات|سهم أسهم|سند سندات|دين ديون|قرض قروض|ضريبة ضرائب|رسم رسوم|راتب رواتب|أجر أجور|عملة عملات|دولار دولارات|برميل براميل|حقل حقول|بئر آبار|معدن معادن|منجم مناجم|مشروع مشاريع|عقد عقود|صفقة صفقات|ربح أرباح|خسارة خسائر|كأس كؤوس|هدف أهداف|مباراة مباريات|فريق فرق|ناد نادي أندية|ملعب ملاعب|بطل أبطال|لقب ألقاب|نجم نجوم|فيلم أفلام|كتاب كتب|لغة لغات|متحف متاحف|معرض معارض|مهرجان مهرجانات|قصر قصور|بيت بيوت|منزل منازل|برج أبراج|مبنى مبان مباني|مركز مراكز|مكتب مكاتب|مقر مقار|سجن سجون|مخيم مخيمات|محكمة محاكم|قضية قضايا|جريمة جرائم|خبر أخبار|صحيفة صحف|قناة قنوات|تقرير تقارير|حادث حوادث|سيارة سيارات|قطار قطارات|حافلة حافلات|هاتف هواتف|جهاز أجهزة|برنامج برامج|تطبيق تطبيقات|قمر أقمار|كوكب كواكب|شجرة أشجار|حيوان حيوانات|طائر طيور|سمكة أسماك|قمح أقماح|عيد أعياد|فصل فصول|شهر أشهر شهور|سنة سنوات سنين|ساعة ساعات|أسبوع أسابيع|ليلة ليال ليالي
لجنة لجان|مجلس مجالس|مقعد مقاعد|منصب مناصب|حقيبة حقائب|وثيقة وثائق|رسالة رسائل|وسيلة وسائل|وظيفة وظائف|جائزة جوائز|قاعدة قواعد|قبيلة قبائل|رهينة رهائن|خلية خلايا|هدية هدايا|مرحلة مراحل|مزرعة مزارع|مدفع مدافع|نفق أنفاق|لغم ألغام|متجر متاجر|فندق فنادق|مطعم مطاعم|صورة صور|فكرة أفكار|فرصة فرص|طاقم طواقم|خط خطوط|نص نصوص|تاجر تجار|مدير مدراء|مسرح مسارح|ميدان ميادين|شاحنة شاحنات|باخرة بواخر|ناقلة ناقلات|محصول محاصيل|مورد موارد|مصدر مصادر|منبر منابر|موقف مواقف|موقع مواقع|موسم مواسم|قاض قاضي قضاة|جان جناة|راع رعاة|هاو هواة|وفاة وفيات|فتاة فتيات|صلاة صلوات|أداة أدوات|مأساة مآسي|باب أبواب|قلب قلوب|قصة قصص|لعبة ألعاب|أغنية أغاني|صندوق صناديق|سبب أسباب|نوع أنواع|نقطة نقاط|شؤون شئون|مؤتمر مؤتمرات|نسخة نسخ|دورة دورات`;

const GROUPS = NOUNS.split(/[|\n]/).map((group) => group.trim().split(/\s+/).map(normalise));

/** The stems of singulars by what their plurals are known by; the first noun that has a plural keeps it. */
function singularsBy(keyOf: (plural: string) => string): ReadonlyMap<string, string> {
  const singulars = new Map<string, string>();
  for (const [singular = "", ...plurals] of GROUPS)
    for (const key of plurals.map(keyOf)) if (!singulars.has(key)) singulars.set(key, stem(singular));
  return singulars;
}

const BY_FORM = singularsBy((plural) => plural);
const BY_STEM = singularsBy(stem);

const NOUNS_OF = new Map<string, string[]>();
for (const group of GROUPS) for (const word of group) NOUNS_OF.set(word, [...(NOUNS_OF.get(word) ?? []), ...group]);

/** The nouns that are one with a word, normalised, itself among them: «مدارس» and «مدرسه». None for a word that is no common noun. */
export function nounsOf(word: string): readonly string[] {
  return NOUNS_OF.get(word) ?? [];
}

/** Some plurals are the singular of another word («مرضى», «مرض»): all of them become one. */
function lastSingular(term: string): string {
  const seen = new Set([term]);
  for (let next = BY_STEM.get(term); next !== undefined && !seen.has(next); next = BY_STEM.get(next)) seen.add(next);
  return [...seen].at(-1) as string;
}

/**
 * The stem of the singular for a common broken plural («مدارس» → «مدرس», the stem of «مدرسة»); any other stem stays. `form`: the
 * word without its article; «قضاة» and «قضايا» have one stem and two singulars.
 */
export function foldPlurals(term: string, form: string): string {
  const own = BY_FORM.get(form) ?? (BY_STEM.has(term) ? term : undefined);
  return own === undefined ? term : lastSingular(own);
}
