import { normalise } from "../lib/arabic/normalise.ts";

/** Zone → the cities and countries that a reader may type for it, separated by commas. Countries with several zones are not in it. */
export const PLACES: Readonly<Record<string, string>> = {
  "Asia/Riyadh":
    "السعودية, المملكة العربية السعودية, الرياض, جدة, مكة, مكة المكرمة, المدينة, المدينة المنورة, الدمام, الخبر, " +
    "الظهران, الأحساء, الهفوف, الطائف, تبوك, أبها, خميس مشيط, بريدة, القصيم, حائل, جازان, جيزان, نجران, الباحة, عرعر, سكاكا, " +
    "الجبيل, ينبع, القطيف, Saudi Arabia, KSA, Riyadh, Jeddah, Mecca, Makkah, Medina, Dammam, Khobar, Taif, Tabuk, Abha",
  "Africa/Cairo":
    "مصر, جمهورية مصر العربية, القاهرة, الإسكندرية, إسكندرية, الجيزة, أسوان, الأقصر, بورسعيد, السويس, الإسماعيلية, طنطا, " +
    "المنصورة, أسيوط, سوهاج, المنيا, الفيوم, دمياط, الغردقة, شرم الشيخ, Egypt, Cairo, Alexandria, Giza, Aswan, Luxor, " +
    "Port Said, Suez, Mansoura, Tanta, Asyut, Hurghada, Sharm El Sheikh",
  "Asia/Dubai":
    "الإمارات, الإمارات العربية المتحدة, دبي, أبوظبي, الشارقة, عجمان, العين, رأس الخيمة, الفجيرة, أم القيوين, UAE, Emirates, " +
    "United Arab Emirates, Dubai, Abu Dhabi, Sharjah, Ajman, Al Ain, Ras Al Khaimah, Fujairah",
  "Asia/Qatar": "قطر, الدوحة, الريان, الوكرة, Qatar, Doha",
  "Asia/Kuwait": "الكويت, مدينة الكويت, حولي, الجهراء, السالمية, Kuwait, Kuwait City",
  "Asia/Bahrain": "البحرين, المنامة, المحرق, Bahrain, Manama",
  "Asia/Muscat": "سلطنة عمان, مسقط, صلالة, صحار, نزوى, صور العمانية, Oman, Muscat, Salalah, Sohar",
  "Asia/Aden":
    "اليمن, صنعاء, عدن, تعز, الحديدة, المكلا, حضرموت, مأرب, سيئون, سقطرى, Yemen, Sanaa, Sana'a, Aden, Taiz, Hodeidah, Mukalla, Marib",
  "Asia/Baghdad":
    "العراق, بغداد, البصرة, الموصل, أربيل, النجف, كربلاء, كركوك, السليمانية, دهوك, سامراء, الفلوجة, الرمادي, الناصرية, الحلة, " +
    "تكريت, كردستان, Iraq, Baghdad, Basra, Mosul, Erbil, Najaf, Karbala, Kirkuk, Sulaymaniyah, Duhok",
  "Asia/Amman":
    "الأردن, المملكة الأردنية الهاشمية, عمان, إربد, الزرقاء, العقبة, السلط, الكرك, معان, Jordan, Amman, Irbid, Zarqa, Aqaba",
  "Asia/Damascus":
    "سوريا, سورية, الشام, دمشق, حلب, حمص, حماة, اللاذقية, طرطوس, دير الزور, الرقة, إدلب, درعا, السويداء, الحسكة, القامشلي, " +
    "Syria, Damascus, Aleppo, Homs, Hama, Latakia, Tartus, Deir ez-Zor, Raqqa, Idlib, Daraa",
  "Asia/Beirut":
    "لبنان, بيروت, طرابلس الشام, طرابلس لبنان, صيدا, صور, زحلة, بعلبك, النبطية, جونية, Lebanon, Beirut, Sidon, Tyre, Zahle, Baalbek",
  "Asia/Hebron":
    "فلسطين, القدس, الخليل, رام الله, نابلس, جنين, بيت لحم, طولكرم, أريحا, قلقيلية, الضفة, الضفة الغربية, Palestine, Jerusalem, " +
    "Hebron, Ramallah, Nablus, Jenin, Bethlehem, Jericho, West Bank",
  "Asia/Gaza":
    "غزة, قطاع غزة, رفح, خان يونس, خانيونس, دير البلح, جباليا, Gaza, Gaza Strip, Rafah, Khan Younis, Khan Yunis",
  "Asia/Jerusalem": "حيفا, الناصرة, يافا, تل أبيب, إسرائيل, Haifa, Nazareth, Jaffa, Tel Aviv, Israel",
  "Africa/Khartoum":
    "السودان, الخرطوم, أم درمان, بورتسودان, كسلا, الأبيض, ود مدني, الفاشر, نيالا, القضارف, Sudan, Khartoum, Omdurman, Port Sudan, Kassala",
  "Africa/Tripoli":
    "ليبيا, طرابلس, طرابلس الغرب, بنغازي, مصراتة, سبها, طبرق, البيضاء, درنة, سرت, الزاوية, Libya, Tripoli, Benghazi, Misrata, Sabha, Tobruk",
  "Africa/Tunis":
    "تونس, صفاقس, سوسة, القيروان, بنزرت, قابس, المنستير, نابل, جربة, Tunisia, Tunis, Sfax, Sousse, Kairouan, Bizerte, Djerba",
  "Africa/Algiers":
    "الجزائر, الجزائر العاصمة, وهران, قسنطينة, عنابة, سطيف, تلمسان, باتنة, بجاية, تيزي وزو, البليدة, ورقلة, غرداية, تمنراست, " +
    "Algeria, Algiers, Oran, Constantine, Annaba, Setif, Tlemcen, Batna, Bejaia",
  "Africa/Casablanca":
    "المغرب, المملكة المغربية, الرباط, الدار البيضاء, كازابلانكا, مراكش, فاس, طنجة, أكادير, مكناس, وجدة, تطوان, القنيطرة, سلا, " +
    "Morocco, Rabat, Casablanca, Marrakesh, Marrakech, Fez, Fes, Tangier, Agadir, Meknes, Oujda, Tetouan",
  "Africa/El_Aaiun": "العيون, الداخلة, الصحراء الغربية, Laayoune, El Aaiun, Dakhla, Western Sahara",
  "Africa/Nouakchott": "موريتانيا, نواكشوط, نواذيبو, Mauritania, Nouakchott, Nouadhibou",
  "Africa/Mogadishu": "الصومال, مقديشو, هرجيسا, Somalia, Mogadishu, Hargeisa",
  "Africa/Djibouti": "جيبوتي, Djibouti",
  "Indian/Comoro": "جزر القمر, القمر, موروني, Comoros, Moroni",
  "Africa/Ndjamena": "تشاد, نجامينا, إنجمينا, أنجمينا, Chad, N'Djamena",
  "Africa/Juba": "جنوب السودان, جوبا, South Sudan, Juba",
  "Africa/Addis_Ababa": "إثيوبيا, أديس أبابا, Ethiopia, Addis Ababa",
  "Africa/Asmara": "إريتريا, أسمرة, أسمرا, Eritrea, Asmara",
  "Africa/Nairobi": "كينيا, نيروبي, Kenya, Nairobi",
  "Africa/Dakar": "السنغال, داكار, Senegal, Dakar",
  "Africa/Bamako": "مالي, باماكو, Mali, Bamako",
  "Africa/Niamey": "النيجر, نيامي, Niger, Niamey",
  "Africa/Lagos": "نيجيريا, أبوجا, لاغوس, Nigeria, Abuja, Lagos",
  "Africa/Johannesburg": "جنوب أفريقيا, جوهانسبرغ, كيب تاون, بريتوريا, South Africa, Johannesburg, Cape Town, Pretoria",
  "Europe/Istanbul":
    "تركيا, إسطنبول, اسطنبول, إستانبول, أنقرة, غازي عنتاب, إزمير, أنطاليا, بورصة, مرسين, أضنة, أنطاكيا, أورفا, Turkey, Turkiye, " +
    "Istanbul, Ankara, Gaziantep, Izmir, Antalya, Bursa, Mersin, Adana",
  "Asia/Tehran": "إيران, طهران, مشهد, أصفهان, الأهواز, Iran, Tehran, Mashhad, Isfahan, Ahvaz",
  "Asia/Kabul": "أفغانستان, كابل, كابول, Afghanistan, Kabul",
  "Asia/Karachi": "باكستان, إسلام آباد, كراتشي, لاهور, Pakistan, Islamabad, Karachi, Lahore",
  "Asia/Dhaka": "بنغلاديش, بنغلادش, دكا, Bangladesh, Dhaka",
  "Asia/Kuala_Lumpur": "ماليزيا, كوالالمبور, Malaysia, Kuala Lumpur",
  "Asia/Singapore": "سنغافورة, Singapore",
  "Asia/Jakarta": "جاكرتا, Jakarta",
  "Asia/Kolkata": "الهند, نيودلهي, دلهي, مومباي, كيرالا, India, New Delhi, Delhi, Mumbai, Kerala",
  "Europe/London":
    "بريطانيا, المملكة المتحدة, إنجلترا, إنكلترا, لندن, مانشستر, برمنغهام, Britain, UK, United Kingdom, England, London, Manchester, Birmingham",
  "Europe/Dublin": "أيرلندا, إيرلندا, دبلن, Ireland, Dublin",
  "Europe/Paris": "فرنسا, باريس, مرسيليا, ليون, France, Paris, Marseille, Lyon",
  "Europe/Berlin":
    "ألمانيا, برلين, هامبورغ, فرانكفورت, ميونخ, ميونيخ, كولونيا, دوسلدورف, بون, Germany, Berlin, Hamburg, Frankfurt, Munich, Cologne, Dusseldorf, Bonn",
  "Europe/Brussels": "بلجيكا, بروكسل, أنتويرب, Belgium, Brussels, Antwerp",
  "Europe/Amsterdam": "هولندا, أمستردام, روتردام, لاهاي, Netherlands, Holland, Amsterdam, Rotterdam, The Hague",
  "Europe/Madrid": "مدريد, برشلونة, غرناطة, Madrid, Barcelona, Granada",
  "Europe/Lisbon": "لشبونة, Lisbon",
  "Europe/Rome": "إيطاليا, روما, ميلانو, Italy, Rome, Milan",
  "Europe/Malta": "مالطا, فاليتا, Malta, Valletta",
  "Europe/Vienna": "النمسا, فيينا, Austria, Vienna",
  "Europe/Zurich": "سويسرا, زيورخ, زيوريخ, جنيف, برن, Switzerland, Zurich, Geneva, Bern",
  "Europe/Stockholm": "السويد, ستوكهولم, مالمو, غوتنبرغ, Sweden, Stockholm, Malmo, Gothenburg",
  "Europe/Oslo": "النرويج, أوسلو, Norway, Oslo",
  "Europe/Copenhagen": "الدنمارك, الدانمارك, كوبنهاغن, Denmark, Copenhagen",
  "Europe/Helsinki": "فنلندا, هلسنكي, Finland, Helsinki",
  "Europe/Warsaw": "بولندا, وارسو, Poland, Warsaw",
  "Europe/Prague": "التشيك, براغ, Czechia, Prague",
  "Europe/Budapest": "المجر, بودابست, Hungary, Budapest",
  "Europe/Bucharest": "رومانيا, بوخارست, Romania, Bucharest",
  "Europe/Sarajevo": "البوسنة, سراييفو, Bosnia, Sarajevo",
  "Europe/Athens": "اليونان, أثينا, Greece, Athens",
  "Asia/Nicosia": "قبرص, نيقوسيا, Cyprus, Nicosia",
  "Europe/Moscow": "موسكو, Moscow",
  "Europe/Kyiv": "أوكرانيا, كييف, Ukraine, Kyiv, Kiev",
  "America/New_York":
    "نيويورك, واشنطن, بوسطن, نيوجيرسي, ميامي, فيلادلفيا, New York, Washington, Washington DC, Boston, New Jersey, Miami, Philadelphia",
  "America/Detroit": "ديترويت, ديربورن, ميشيغان, Detroit, Dearborn, Michigan",
  "America/Chicago": "شيكاغو, هيوستن, دالاس, Chicago, Houston, Dallas",
  "America/Denver": "دنفر, Denver",
  "America/Los_Angeles":
    "لوس أنجلوس, سان فرانسيسكو, سان دييغو, سياتل, كاليفورنيا, Los Angeles, San Francisco, San Diego, Seattle, California",
  "America/Toronto": "تورنتو, أوتاوا, مونتريال, Toronto, Ottawa, Montreal",
  "America/Vancouver": "فانكوفر, Vancouver",
  "America/Edmonton": "كالغاري, إدمونتون, Calgary, Edmonton",
  "America/Sao_Paulo": "ساو باولو, ريو دي جانيرو, Sao Paulo, Rio de Janeiro",
  "America/Argentina/Buenos_Aires": "الأرجنتين, بوينس آيرس, Argentina, Buenos Aires",
  "America/Santiago": "سانتياغو, Santiago",
  "America/Caracas": "فنزويلا, كاراكاس, Venezuela, Caracas",
  "America/Mexico_City": "مكسيكو سيتي, Mexico City",
  "Asia/Shanghai": "الصين, بكين, شنغهاي, Beijing, Shanghai, China",
  "Asia/Tokyo": "اليابان, طوكيو, Japan, Tokyo",
  "Asia/Seoul": "كوريا الجنوبية, سيول, South Korea, Seoul",
  "Asia/Manila": "الفلبين, مانيلا, Philippines, Manila",
  "Australia/Sydney": "سيدني, Sydney",
  "Australia/Melbourne": "ملبورن, Melbourne",
  "Australia/Perth": "بيرث, Perth",
  "Pacific/Auckland": "نيوزيلندا, أوكلاند, New Zealand, Auckland",
  UTC: "غرينتش, غرينيتش, جرينتش, التوقيت العالمي, GMT, Greenwich",
};

/** Spelling variants of a place name have one key: no article, no accents, no spaces or dashes. */
export function cityKey(name: string): string {
  return normalise(name)
    .normalize("NFD")
    .replace(/[\u0300-\u036f\s\-_'’.]+/g, "")
    .replace(/^ال/, "");
}

/** City or country by `cityKey` → IANA zone. «عمان» alone is the city of Amman. */
export const CITY_ZONES: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([zone, names]) =>
    names.split(", ").map((name): [string, string] => [cityKey(name), zone]),
  ),
);
