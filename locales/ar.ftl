# نصوص «موجز» بالعربية. المتغيّرات بين أقواس معقوفة، والأعداد تختار صيغة الجمع.

list-separator = {"، "}

# الترحيب والمساعدة
welcome =
    أهلًا بك في «موجز».

    أقرأ لك مواقع الأخبار العربية، وأجمع ما يروي الحدث نفسه في بطاقة واحدة، وألخّصه بكلماته مع روابط ذات صلة، ثم أرسله إليك في الساعات التي تختارها.

    ماذا تريد أن نفعل الآن؟
help =
    ما الذي يمكنني فعله:

    /latest — آخر الأخبار، و«آخر الأخبار 10» لعددٍ تختاره
    /digest — ما استجدّ منذ آخر موجز وصلك
    /search — البحث، مثل: بحث أسعار النفط
    /subscribe — الاشتراك في الموجز، و/unsubscribe لإلغائه
    /times — ساعات الموجز، مثل: /times 08:00 20:00
    /timezone — توقيتك، مثل: /timezone القاهرة
    /settings — الإعدادات
    /mute — كتم الأخبار التي تضمّ كلمة ما
    /pause — إيقاف الموجز مؤقتًا، و/resume لاستئنافه
    /privacy — ما الذي نحفظه عنك، و/forget لحذفه

    ويمكنك أن تكتب بلا أوامر: آخر الأخبار، موجز، بحث …، اشتراك، إلغاء الاشتراك، الإعدادات، مساعدة.
help-operator =
    ولأنك من المشغّلين:

    /sources — المصادر وأحوالها
    /addsource — إضافة مصدر، مثل: /addsource https://example.com
    /testsource — تجربة عنوان من غير إضافته
    /removesource — حذف مصدر بمعرّفه
privacy =
    أحفظ رقم هذه المحادثة وما اخترته فيها من ساعات وتوقيت وإعدادات، وآخر موجز أُرسل إليها حتى لا يتكرّر الخبر. لا أحفظ رسائلك ولا اسمك، ولا أشارك شيئًا مع أحد.

    لحذف ذلك كله: /forget
forget-confirm = سأحذف كل ما اختير في هذه المحادثة وألغي اشتراكها، ولا يمكن التراجع عن ذلك. هل أحذف؟
forgotten = حُذف كل شيء. إن عدت يومًا فاكتب /start.
greeting-group = السلام عليكم. أنا «موجز»، وأرسل أخبار اليوم ملخّصةً في ساعات تختارونها. ليبدأ الموجز هنا يكتب أحد المشرفين /subscribe، ويمكن للجميع أن يكتبوا /latest في أي وقت.
not-understood = لم أفهم ما تريد. اكتب /help لترى ما أستطيعه، أو «بحث» ثم ما تبحث عنه.

# الأزرار
button-subscribe = اشتراك
button-latest = آخر الأخبار
button-hours = ساعات الموجز
button-zone = التوقيت
button-forget = نعم، احذف كل شيء
button-old = هذا الزر قديم ولم يعد يعمل. اكتب الأمر من جديد.

# الاشتراك
subscribed = تم الاشتراك. يصلك الموجز يوميًا في { $hours } بتوقيت { $zone }.
already-subscribed = أنت مشترك من قبل.
unsubscribed = أُلغي الاشتراك، واختياراتك محفوظة إن عدت.
not-subscribed = لست مشتركًا. للاشتراك اكتب /subscribe.
subscribe-listed-only = الاشتراك في هذا البوت مقصور على من يسمح لهم مشغّلوه.
first-digest-empty = لا أخبار جديدة في الساعات الأخيرة. سيصلك أول موجز في موعده.
next-digest = الموجز القادم: { $when }.
next-today = اليوم { $time }
next-tomorrow = غدًا { $time }
next-day = { $day } { $time }
next-after-subscribing = يبدأ الموجز بعد الاشتراك: /subscribe
nothing-new = لا جديد منذ آخر موجز وصلك.
digest-on-its-way = موجزك في الطريق إليك.
paused = أُوقف الموجز. لاستئنافه اكتب /resume.
paused-until = أُوقف الموجز حتى { $date }. لاستئنافه قبل ذلك اكتب /resume.
pause-usage = اكتب /pause وحدها، أو مع تاريخ قادم مثل: /pause 2027-01-31
resumed = عاد الموجز.

# الساعات والتوقيت
times-now = ساعات الموجز: { $hours } بتوقيت { $zone }.
times-choose = اضغط ساعةً لإضافتها أو حذفها، أو اكتب مثلًا: /times 08:00 20:00
times-usage =
    لم أفهم هذه الساعات. اكتب من ساعة إلى { $most ->
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $most } ساعات
        [many] { $most } ساعةً
       *[other] { $most } ساعة
    }، مثل: /times 08:00 20:00
times-at-least-one = لا بد من ساعة واحدة على الأقل.
times-at-most =
    { $most ->
        [one] يمكنك اختيار ساعة واحدة فقط.
        [two] يمكنك اختيار ساعتين على الأكثر.
        [few] يمكنك اختيار { $most } ساعات على الأكثر.
        [many] يمكنك اختيار { $most } ساعةً على الأكثر.
       *[other] يمكنك اختيار { $most } ساعة على الأكثر.
    }
zone-now = توقيتك: { $zone }.
zone-choose = اختر مدينة، أو اكتب مثلًا: /timezone القاهرة
zone-unknown = لا أعرف «{ $zone }». اكتب مدينةً عربية أو اسمًا مثل Africa/Cairo، أو اختر من هذه:
city-riyadh = الرياض
city-cairo = القاهرة
city-dubai = دبي
city-baghdad = بغداد
city-kuwait = الكويت
city-doha = الدوحة
city-amman = عمّان
city-damascus = دمشق
city-beirut = بيروت
city-jerusalem = القدس
city-khartoum = الخرطوم
city-tripoli = طرابلس
city-tunis = تونس
city-algiers = الجزائر
city-rabat = الرباط
city-istanbul = إسطنبول
city-london = لندن
city-berlin = برلين

# الإعدادات
settings-subscribed = أنت مشترك في الموجز.
settings-not-subscribed = أنت غير مشترك في الموجز.
setting-stories = عدد الأخبار: { $number }
setting-length = الملخّص: { $length }
setting-layout = العرض: { $layout }
setting-digits = الأرقام: { $digits }
setting-language = English
length-short = قصير
length-usual = متوسط
length-long = طويل
layout-full = مع الملخّص
layout-headlines = العناوين فقط

# الكتم
mute-usage = اكتب الكلمة بعد الأمر، مثل: /mute كرة القدم. ولإلغاء كتمها اكتب الأمر نفسه مرةً أخرى.
mute-list = الكلمات المكتومة: { $words }. لإلغاء كتم إحداها اكتب /mute ثم الكلمة.
muted = لن تصلك أخبار تضمّ «{ $words }».
unmuted = أُلغي كتم «{ $words }».
mute-too-many =
    { $most ->
        [one] يمكنك كتم كلمة واحدة فقط. ألغِ كتمها أولًا.
        [two] يمكنك كتم كلمتين على الأكثر. ألغِ كتم إحداهما أولًا.
        [few] يمكنك كتم { $most } كلمات على الأكثر. ألغِ كتم إحداها أولًا.
        [many] يمكنك كتم { $most } كلمةً على الأكثر. ألغِ كتم إحداها أولًا.
       *[other] يمكنك كتم { $most } كلمة على الأكثر. ألغِ كتم إحداها أولًا.
    }

# القراءة
digest-title = موجز الأخبار · { $date } · { $time }
latest-title = آخر الأخبار
search-title = نتائج البحث عن «{ $query }»
search-usage = اكتب ما تبحث عنه، مثل: بحث أسعار النفط
search-nothing = لم أجد شيئًا عن «{ $query }».
did-you-mean = هل تقصد: { $suggestion }؟
no-news-yet = لا أخبار بعد. أقرأ المواقع الآن، فعُد بعد دقائق.
also-covered-by = غطّته أيضًا:
related-links = روابط ذات صلة:
background = خلفيات:
text-from-feed = النص من خلاصة الموقع؛ تعذّرت قراءة الصفحة.
made-by-model = ملخّص آلي
untitled = بلا عنوان
age-now = الآن
age-minutes =
    { $count ->
        [one] قبل دقيقة
        [two] قبل دقيقتين
        [few] قبل { $number } دقائق
       *[other] قبل { $number } دقيقة
    }
age-hours =
    { $count ->
        [one] قبل ساعة
        [two] قبل ساعتين
        [few] قبل { $number } ساعات
       *[other] قبل { $number } ساعة
    }

# الصلاحيات
operators-only = هذا الأمر لمشغّلي البوت وحدهم.
chat-admins-only = هذا الأمر لمشرفي المحادثة وحدهم.

# المشغّلون
sources-title =
    { $count ->
        [zero] لا يُقرأ أي مصدر الآن.
        [one] يُقرأ الآن مصدر واحد:
        [two] يُقرأ الآن مصدران:
        [few] تُقرأ الآن { $count } مصادر:
        [many] يُقرأ الآن { $count } مصدرًا:
       *[other] يُقرأ الآن { $count } مصدر:
    }
sources-none = لا مصادر بعد. أضف واحدًا: /addsource https://example.com
source-failing =
    { $count ->
        [one] تعذّرت قراءته مرة
        [two] تعذّرت قراءته مرتين
        [few] تعذّرت قراءته { $count } مرات
       *[other] تعذّرت قراءته { $count } مرة
    }
source-usage = اكتب عنوانًا بعد الأمر، مثل: /addsource https://example.com
source-reading = أقرأ { $url } …
source-found =
    وجدتُ: { $name }
    النوع: { $kind }
    العنوان: { $url }
    { $count ->
        [zero] بلا عناوين.
        [one] فيه عنوان واحد.
        [two] فيه عنوانان.
        [few] فيه { $count } عناوين.
        [many] فيه { $count } عنوانًا.
       *[other] فيه { $count } عنوان.
    }
source-added =
    أُضيف المصدر: { $name }
    المعرّف: { $id }
    النوع: { $kind }
    العنوان: { $url }
    { $count ->
        [zero] بلا عناوين الآن.
        [one] فيه الآن عنوان واحد.
        [two] فيه الآن عنوانان.
        [few] فيه الآن { $count } عناوين.
        [many] فيه الآن { $count } عنوانًا.
       *[other] فيه الآن { $count } عنوان.
    }
source-exists =
    هذا المصدر مضاف من قبل: { $name }
    المعرّف: { $id }
    النوع: { $kind }
    العنوان: { $url }
    { $count ->
        [zero] بلا عناوين الآن.
        [one] فيه الآن عنوان واحد.
        [two] فيه الآن عنوانان.
        [few] فيه الآن { $count } عناوين.
        [many] فيه الآن { $count } عنوانًا.
       *[other] فيه الآن { $count } عنوان.
    }
source-preview = هكذا تظهر أخباره للقرّاء
source-removed = حُذف المصدر { $id }، وبقيت أخباره السابقة.
source-unknown = لا مصدر بالمعرّف { $id }. المعرّفات في /sources.
remove-usage = اكتب معرّف المصدر بعد الأمر، وهو في /sources.
kind-feed = خلاصة (RSS)
kind-listing = صفحة عناوين
kind-sitemap = خريطة أخبار
operator-edition-stopped = رفض تيليجرام نصّ الموجز فأوقفتُ إرساله، ولم يُلغَ أي اشتراك. ردّ تيليجرام: { $description }

# لماذا تعذّرت القراءة
failure-bad-address = هذا ليس عنوانًا صالحًا. اكتبه كاملًا مبتدئًا بـ https://
failure-private-address = هذا العنوان في شبكة خاصة، ولا أقرأ الشبكات الخاصة. إن كان مقصودًا فأضفه إلى FETCH_ALLOW_PRIVATE.
failure-robots = لا يسمح الموقع للبرامج بقراءة هذه الصفحة (robots.txt). جرّب عنوان خلاصته.
failure-network = تعذّر الاتصال بالموقع. تحقّق من العنوان وأعد المحاولة لاحقًا.
failure-timeout = تأخّر الموقع في الرد. أعد المحاولة لاحقًا.
failure-blocked = يرفض الموقع أن أقرأه. جرّب عنوان خلاصته، أو أعد المحاولة لاحقًا.
failure-gone = لا شيء في هذا العنوان. تحقّق منه.
failure-status = ردّ الموقع بخطأ. أعد المحاولة لاحقًا.
failure-redirects = يحوّل الموقع من عنوان إلى آخر بلا نهاية. جرّب عنوانًا آخر.
failure-too-large = الصفحة أكبر مما أقرأ. جرّب عنوان خلاصة الموقع.
failure-wrong-type = هذا ملف، لا صفحة أخبار ولا خلاصة.
failure-encoding = الصفحة تالفة أو مضغوطة بطريقة لا أعرفها.
failure-aborted = انقطعت القراءة قبل تمامها. أعد المحاولة.
failure-not-a-feed = العنوان لا يعطي خلاصة أخبار. جرّب الصفحة الرئيسية للموقع.
failure-no-headlines = لم أجد في الصفحة عناوين أخبار. جرّب الصفحة الرئيسية للموقع أو عنوان خلاصته.
failure-no-article = لم أجد في الصفحة خبرًا.
failure-too-heavy = الصفحة أثقل من أن تُقرأ. جرّب عنوان خلاصة الموقع.

# أوصاف الأوامر
command-latest = آخر الأخبار
command-digest = ما استجدّ منذ آخر موجز
command-search = البحث في الأخبار
command-subscribe = الاشتراك في الموجز
command-unsubscribe = إلغاء الاشتراك
command-times = ساعات الموجز
command-timezone = التوقيت
command-settings = الإعدادات
command-mute = كتم كلمة
command-pause = إيقاف الموجز مؤقتًا
command-resume = استئناف الموجز
command-help = المساعدة
command-privacy = الخصوصية
command-forget = حذف كل ما حُفظ
command-sources = المصادر وأحوالها
command-addsource = إضافة مصدر
command-testsource = تجربة عنوان
command-removesource = حذف مصدر
