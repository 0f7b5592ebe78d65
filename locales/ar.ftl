# نصوص «موجز» بالعربية. ما بين الأقواس المعقوفة متغيّرات، والعدد يختار صيغة المعدود.

list-separator = {"، "}

# الترحيب والمساعدة
bot-description =
    يقرأ «موجز» مواقع الأخبار العربية، ويجمع ما يروي الحدث الواحد في بطاقة واحدة، ويلخّصه بكلمات كاتبيه مع روابط ذات صلة، ثم يرسله في الساعات التي تختارها.

    اضغط «ابدأ» ثم «اشتراك»، أو اسأل عن آخر الأخبار متى شئت.
bot-short-description = الأخبار العربية ملخّصةً في الساعات التي تختارها.
welcome =
    مرحبًا بك في «موجز».

    أقرأ مواقع الأخبار العربية، وأجمع ما يروي الحدث الواحد في بطاقة واحدة، وألخّصه بكلمات كاتبيه مع روابط ذات صلة، ثم أرسله في الساعات التي تختارها.

    بماذا نبدأ؟
welcome-back = مرحبًا من جديد. هذه المحادثة مشتركة في الموجز.
greeting-group = السلام عليكم، أنا «موجز»: أرسل الأخبار ملخّصةً في الساعات التي تختارونها. لبدء الموجز هنا يكتب أحد المشرفين /subscribe، وللجميع أن يطلبوا /latest متى شاؤوا.
help =
    هذا ما أستطيعه:

    /latest — آخر الأخبار، ولك أن تضيف عددًا أو كلمات: /latest 10
    /digest — ما استجدّ منذ آخر موجز
    /search — البحث في الأخبار: /search أسعار النفط
    /subscribe — الاشتراك في الموجز
    /unsubscribe — إلغاء الاشتراك
    /times — ساعات الموجز: /times 08:00 20:00
    /timezone — التوقيت: /timezone القاهرة
    /settings — عدد الأخبار وطول الملخّص واللغة وغيرها
    /follow — متابعة كلمات: /follow كأس العالم
    /mute — كتم كلمات: /mute بورصة
    /saved — الأخبار المحفوظة. لحفظ خبر رُدّ على رسالته بهذا الأمر
    /pause — إيقاف الموجز مدةً: /pause 3 أيام
    /resume — استئناف الموجز
    /sources — المواقع التي أقرأها
    /privacy — ما أحفظه عن هذه المحادثة
    /export — ملف بما اختير هنا
    /forget — حذف ما أحفظه

    وأفهم العربية بلا أوامر: «آخر الأخبار»، «موجز»، «بحث …»، «اشتراك»، «إلغاء الاشتراك»، «الإعدادات»، «مساعدة».
help-operator =
    ولأنك من المشغّلين:

    /sources — المصادر وأحوالها
    /addsource — إضافة مصدر: /addsource https://example.com
    /testsource — تجربة عنوان أو مصدر قبل إضافته
    /removesource — حذف مصدر بمعرّفه
    /split — فصل مقال عن خبر ليس منه
    /stats — أحوال القراءة
privacy =
    أحفظ رقم هذه المحادثة، وما اختير فيها من ساعات وتوقيت وإعدادات وكلمات، وما حُفظ فيها من أخبار، وآخر موجز أُرسل إليها كي لا يتكرّر خبر. لا أحفظ الرسائل ولا الأسماء، ولا أُطلع أحدًا على شيء.

    لحذف ذلك كله: /forget
not-understood = لم أفهم. اكتب /help لترى ما أستطيعه، أو اكتب كلمات لأبحث عنها.
failed = حدث خلل عندي ولم يتمّ ما طلبته. أعد المحاولة بعد قليل.

# الأزرار
button-subscribe = اشتراك
button-latest = آخر الأخبار
button-hours = ساعات الموجز
button-zone = التوقيت
button-forget = نعم، احذف كل شيء
button-keep = لا، أبقِ كل شيء
button-back = رجوع
button-undo = تراجع
button-search = بحث: { $query }
button-add-source = أضف هذا المصدر
button-old = هذا الزر قديم ولم يعد يعمل. اكتب الأمر من جديد.

# الحذف
forget-confirm = سأحذف كل ما أحفظه عن هذه المحادثة وألغي اشتراكها، ولا رجعة في ذلك. هل أحذف؟
forgotten = حُذف كل شيء. أهلًا بك متى عدت: /start
forget-kept = لم أحذف شيئًا.

# الاشتراك
subscribed = أهلًا بك في الموجز. يصل يوميًّا في { $hours } بتوقيت { $zone }.
already-subscribed = هذه المحادثة مشتركة في الموجز.
unsubscribed = أُلغي الاشتراك. تبقى اختياراتك محفوظة إن أردت العودة.
not-subscribed = هذه المحادثة غير مشتركة في الموجز. للاشتراك: /subscribe
subscribe-listed-only = الاشتراك في هذا البوت مقصور على من يسمح له مشغّلوه. وتُقبل المجموعة أو القناة إذا أضاف البوتَ إليها أحدُ المشغّلين.
first-digest-empty = لا جديد في الساعات الأخيرة، فسيصل أول موجز في موعده.
nothing-new = لا جديد منذ آخر موجز. لآخر الأخبار: /latest
digest-on-its-way = موجزك السابق في الطريق إليك.

# الموعد القادم
next-digest = الموجز القادم: { $when }
next-if-subscribed = لا اشتراك بعد. إن اشتركت الآن فالموجز القادم: { $when }. للاشتراك: /subscribe
next-after-pause = الموجز متوقّف. لاستئنافه: /resume
next-none = لا موعد قادم للموجز. لاختيار ساعاته: /times
next-today = اليوم { $time }
next-tomorrow = غدًا { $time }
next-day = { $day }، { $time }

# الإيقاف
paused = أُوقف الموجز حتى تطلبه. لاستئنافه: /resume
paused-until = أُوقف الموجز حتى { $date }. لاستئنافه قبل ذلك: /resume
pause-usage = لم أفهم المدة. اكتب /pause وحده، أو مع مدة أو تاريخ قادم: /pause 3 أيام، أو /pause 2027-01-31
resumed = استؤنف الموجز.

# الساعات والتوقيت
times-now = ساعات الموجز: { $hours } بتوقيت { $zone }.
times-choose = اضغط ساعة لإضافتها أو حذفها، أو اكتب ساعاتك: /times 08:00 20:00
times-usage =
    { $count ->
        [zero] لم أفهم الساعات. اكتبها هكذا: /times 08:00
        [one] لم أفهم الساعة. اكتب ساعة واحدة هكذا: /times 08:00
        [two] لم أفهم الساعات. اكتب ساعة أو ساعتين هكذا: /times 08:00 20:00
        [few] لم أفهم الساعات. اكتب { $number } ساعات على الأكثر هكذا: /times 08:00 20:00
        [many] لم أفهم الساعات. اكتب { $number } ساعة على الأكثر هكذا: /times 08:00 20:00
       *[other] لم أفهم الساعات. اكتب { $number } ساعة على الأكثر هكذا: /times 08:00 20:00
    }
times-at-least-one = لا بد من ساعة واحدة. لإيقاف الموجز: /pause
times-at-most =
    { $count ->
        [zero] لا يمكن اختيار ساعات.
        [one] لا يمكن اختيار أكثر من ساعة.
        [two] لا يمكن اختيار أكثر من ساعتين.
        [few] لا يمكن اختيار أكثر من { $number } ساعات.
        [many] لا يمكن اختيار أكثر من { $number } ساعة.
       *[other] لا يمكن اختيار أكثر من { $number } ساعة.
    }
zone-now = التوقيت: { $zone }
zone-choose = اختر منطقتك، أو اكتب مدينتك: /timezone القاهرة
zone-unknown = لا أعرف «{ $zone }». اكتب مدينة كبيرة قريبة، أو اسم المنطقة الزمنية مثل Africa/Cairo، أو اختر منطقتك:
region-gulf = الخليج واليمن
region-levant = العراق والشام
region-nile = مصر والسودان والقرن الإفريقي
region-maghreb = المغرب العربي
region-europe = أوروبا وتركيا
region-america = الأمريكتان
city-riyadh = الرياض
city-dubai = دبي
city-kuwait = الكويت
city-doha = الدوحة
city-manama = المنامة
city-muscat = مسقط
city-sanaa = صنعاء
city-baghdad = بغداد
city-damascus = دمشق
city-beirut = بيروت
city-amman = عمّان
city-jerusalem = القدس
city-gaza = غزة
city-cairo = القاهرة
city-khartoum = الخرطوم
city-mogadishu = مقديشو
city-djibouti = جيبوتي
city-tripoli = طرابلس
city-tunis = تونس
city-algiers = الجزائر
city-rabat = الرباط
city-nouakchott = نواكشوط
city-istanbul = إسطنبول
city-london = لندن
city-paris = باريس
city-berlin = برلين
city-stockholm = ستوكهولم
city-moscow = موسكو
city-new-york = نيويورك
city-chicago = شيكاغو
city-los-angeles = لوس أنجلوس
city-toronto = تورنتو
city-sao-paulo = ساو باولو

# الإعدادات
settings-subscribed = هذه المحادثة مشتركة في الموجز.
settings-paused = هذه المحادثة مشتركة، والموجز متوقّف الآن.
settings-not-subscribed = هذه المحادثة غير مشتركة في الموجز.
settings-following = كلمات متابَعة: { $words }
settings-muted = كلمات مكتومة: { $words }
settings-quiet = ساعات الهدوء: { $hours }. ما يحلّ موعده فيها ينتظر الموجز التالي.
settings-press = اضغط زرًّا لتغيير ما عليه.
setting-stories = عدد الأخبار: { $number }
setting-length = الملخّص: { $length }
setting-layout = العرض: { $layout }
setting-digits = الأرقام: { $digits }
setting-quiet = ساعات الهدوء: { $hours }
setting-urgent = العاجل في ساعات الهدوء: { $state }
setting-language = English
length-short = قصير
length-usual = متوسط
length-long = طويل
quiet-none = لا توجد
quiet-hours = من { $from } إلى { $to }
urgent-comes = يصل
urgent-waits = ينتظر
layout-full = مع الملخّص
layout-headlines = العناوين فقط

# المتابعة والكتم
follow-usage = اكتب بعد الأمر ما تتابعه، فتصلك أخباره أيًّا كانت اختياراتك: /follow كأس العالم
follow-list = هذه الكلمات متابَعة. لإلغاء متابعة شيء منها اضغطه، ولإضافة غيرها اكتب مثلًا: /follow كأس العالم
follow-added = ستصلك أخبار «{ $words }» أيًّا كانت اختياراتك.
follow-known = «{ $words }» متابَعة من قبل.
follow-removed = أُلغيت متابعة «{ $words }».
mute-usage = اكتب بعد الأمر ما لا تريد أخباره، فلا تصلك: /mute بورصة، أو إلى أجل: /mute بورصة لمدة أسبوع. ولكتم خبر وما يتبعه اكتب رابطه.
mute-list = هذه مكتومة. لإلغاء كتم شيء منها اضغطه، ولإضافة غيرها اكتب مثلًا: /mute بورصة
mute-added = لن تصلك أخبار فيها «{ $words }».
mute-known = «{ $words }» مكتومة من قبل.
mute-removed = أُلغي كتم «{ $words }».
mute-added-until = لن تصلك أخبار فيها «{ $words }» حتى { $date }.
mute-story-added = لن يصلك خبر «{ $title }» ولا ما يتبعه حتى { $date }.
mute-end-unknown = لم أفهم إلى متى، فلم أكتم شيئًا. اكتب بعد الكلمات مدة أو تاريخًا قادمًا: /mute بورصة لمدة أسبوع، أو /mute بورصة حتى الجمعة
mute-story-unknown = لا أعرف خبرًا بهذا الرابط. انسخ رابط الخبر من الموجز.
muted-until = حتى { $date }
words-too-many =
    { $count ->
        [zero] لا مكان في القائمة لعبارات.
        [one] لا تزيد القائمة على عبارة واحدة. احذفها أولًا.
        [two] لا تزيد القائمة على عبارتين. احذف إحداهما أولًا.
        [few] لا تزيد القائمة على { $number } عبارات. احذف شيئًا منها أولًا.
        [many] لا تزيد القائمة على { $number } عبارة. احذف شيئًا منها أولًا.
       *[other] لا تزيد القائمة على { $number } عبارة. احذف شيئًا منها أولًا.
    }
words-too-long =
    { $count ->
        [zero] لا مكان لعبارة.
        [one] لا تزيد العبارة على حرف واحد. اكتب عبارة أقصر.
        [two] لا تزيد العبارة على حرفين. اكتب عبارة أقصر.
        [few] لا تزيد العبارة على { $number } أحرف. اكتب عبارة أقصر.
        [many] لا تزيد العبارة على { $number } حرفًا. اكتب عبارة أقصر.
       *[other] لا تزيد العبارة على { $number } حرف. اكتب عبارة أقصر.
    }

# المحفوظات
saved-none = لا أخبار محفوظة بعد. لحفظ خبر رُدّ على رسالته بالأمر /saved، أو اكتب الأمر وبعده رابط الخبر.
saved-list = الأخبار المحفوظة. لحذف خبر منها اضغط رقمه.
saved-choose = أيّ خبر أحفظ؟
saved-added = حُفظ الخبر «{ $title }»، وتجده في /saved
saved-known = الخبر «{ $title }» محفوظ من قبل.
saved-removed = حُذف الخبر من المحفوظات.
saved-unknown = لم أجد في هذا خبرًا أعرفه. رُدّ على رسالة فيها خبر، أو انسخ رابطه من الموجز.
saved-too-many =
    { $count ->
        [zero] لا مكان في المحفوظات لأخبار.
        [one] لا تتّسع المحفوظات لأكثر من خبر واحد. احذفه أولًا في /saved
        [two] لا تتّسع المحفوظات لأكثر من خبرين. احذف أحدهما أولًا في /saved
        [few] لا تتّسع المحفوظات لأكثر من { $number } أخبار. احذف شيئًا منها أولًا في /saved
        [many] لا تتّسع المحفوظات لأكثر من { $number } خبرًا. احذف شيئًا منها أولًا في /saved
       *[other] لا تتّسع المحفوظات لأكثر من { $number } خبر. احذف شيئًا منها أولًا في /saved
    }

# القراءة
digest-title = موجز الأخبار · { $date } · { $time }
latest-title = آخر الأخبار
search-title = نتائج البحث عن «{ $query }»
search-usage = اكتب بعد الأمر ما تبحث عنه: /search أسعار النفط
search-nothing = لم أجد شيئًا عن «{ $query }».
search-partial = يُعاد بناء فهرس البحث الآن، فقد تنقص النتائج. أعد المحاولة بعد دقائق.
did-you-mean = هل تقصد «{ $suggestion }»؟
no-news-yet = لا أخبار بعد. أقرأ المواقع الآن، فعُد إليّ بعد دقائق.
also-covered-by = غطّته أيضًا:
related-links = روابط ذات صلة:
background = خلفية الخبر:
follow-ups = متابعات الخبر:
said-by = ({ $outlet })
text-from-feed = النص من خلاصة الموقع، فقد تعذّرت قراءة الصفحة.
made-by-model = ملخّص آلي
untitled = بلا عنوان
age-now = الآن
age-minutes =
    { $count ->
        [zero] الآن
        [one] قبل دقيقة
        [two] قبل دقيقتين
        [few] قبل { $number } دقائق
        [many] قبل { $number } دقيقة
       *[other] قبل { $number } دقيقة
    }
age-hours =
    { $count ->
        [zero] قبل أقل من ساعة
        [one] قبل ساعة
        [two] قبل ساعتين
        [few] قبل { $number } ساعات
        [many] قبل { $number } ساعة
       *[other] قبل { $number } ساعة
    }

# الملفات
export-choices = ما اختير في هذه المحادثة.
export-sources = المصادر بصيغة OPML التي تستوردها سائر برامج الخلاصات.

# الصلاحيات
chat-admins-only = هذا لمشرفي المحادثة وحدهم. ولك أن تطلب /latest أو /search متى شئت.
operators-only = هذا لمشغّلي البوت وحدهم.
operators-in-private = أوامر التشغيل في محادثتنا الخاصة فقط. اكتب لي هناك.
rights-unknown = لم يخبرني تيليجرام بمشرفي هذه المحادثة. أعد المحاولة بعد قليل.

# المصادر
sources-title =
    { $count ->
        [zero] لا أقرأ أي موقع الآن.
        [one] أقرأ موقعًا واحدًا:
        [two] أقرأ موقعين:
        [few] أقرأ { $number } مواقع:
        [many] أقرأ { $number } موقعًا:
       *[other] أقرأ { $number } موقع:
    }
sources-none = لا مصادر بعد. لإضافة أولها: /addsource https://example.com
source-never-read = لم يُقرأ بعد
source-failing =
    { $count ->
        [zero] قُرئ بلا خلل
        [one] تعذّرت قراءته مرة
        [two] تعذّرت قراءته مرتين
        [few] تعذّرت قراءته { $number } مرات
        [many] تعذّرت قراءته { $number } مرة
       *[other] تعذّرت قراءته { $number } مرة
    }
source-usage = اكتب بعد الأمر عنوان موقع أو خلاصة: /addsource https://example.com
source-reading = أقرأ { $url } …
source-found =
    وجدت مصدرًا: { $name }
    النوع: { $kind }
    المعرّف: { $id }
    العنوان: { $url }
source-added =
    أُضيف المصدر: { $name }
    النوع: { $kind }
    المعرّف: { $id }
    العنوان: { $url }
source-exists =
    هذا المصدر مضاف من قبل: { $name }
    النوع: { $kind }
    المعرّف: { $id }
    العنوان: { $url }
source-headlines =
    { $count ->
        [zero] لا عناوين أخبار فيه الآن.
        [one] فيه الآن عنوان خبر واحد.
        [two] فيه الآن عنوانا خبرين.
        [few] فيه الآن { $number } عناوين أخبار.
        [many] فيه الآن { $number } عنوانًا.
       *[other] فيه الآن { $number } عنوان.
    }
source-unreadable = لم أستطع قراءة أيٍّ من أخباره الأولى، فقد لا يصل منه شيء.
source-preview = هكذا تظهر أخباره للقرّاء
source-add-hint = لإضافته اكتب /addsource ثم العنوان نفسه.
source-removed = حُذف المصدر { $id }، وتبقى أخباره السابقة.
source-unknown = لا مصدر معرّفه «{ $id }». المعرّفات في /sources
remove-usage = اكتب بعد الأمر معرّف المصدر، وتجده في /sources
stats =
    مصادر تُقرأ: { $read }
    منها متعثّرة: { $failing }
    مصادر موقوفة: { $paused }
    عناوين آخر القراءات: { $headlines }
    آخر قراءة: { $when }
kind-feed = خلاصة (RSS)
kind-listing = صفحة عناوين
kind-sitemap = خريطة أخبار
operator-edition-stopped = رفض تيليجرام نصّ الموجز فأوقفت إرساله، ولم يُلغَ أي اشتراك. هذا خلل في البرنامج، وهذا ردّ تيليجرام: { $description }
operator-store-failing = لا أستطيع الكتابة في مخزن البيانات، فتوقّف إرسال الموجزات إلى أن يعود، ولن يضيع منها شيء. تحقّق من المساحة الحرة على القرص ومن صلاحيات الملف. السبب: { $reason }
split-choose-story = أي خبر من هذه ضُمّ إليه ما ليس منه؟
split-choose-article = أي مقال لا ينتمي إلى هذا الخبر؟ سأفصله، ولن أجمعه به ثانية.
split-nothing = لا خبر الآن ترويه أكثر من صحيفة.
split-done = فُصل المقال، ولن يُجمع بالخبر ثانية.
split-alone = المقال في خبر وحده.

# لماذا تعذّرت القراءة، وما العمل
failure-bad-address = هذا ليس عنوانًا صالحًا. اكتبه كاملًا، وأوله https://
failure-private-address = هذا العنوان في شبكة خاصة، وأنا لا أقرأ الشبكات الخاصة. إن كنت تقصده فأضفه إلى FETCH_ALLOW_PRIVATE.
failure-robots = الموقع لا يأذن للبرامج بقراءة هذه الصفحة (robots.txt). جرّب عنوان خلاصته.
failure-network = تعذّر الاتصال بالموقع. تحقّق من العنوان، أو أعد المحاولة لاحقًا.
failure-timeout = تأخّر الموقع في الرد. أعد المحاولة لاحقًا.
failure-blocked = الموقع يرفض أن أقرأه. جرّب عنوان خلاصته، أو أعد المحاولة لاحقًا.
failure-gone = لا شيء في هذا العنوان. تحقّق منه، أو جرّب الصفحة الرئيسية للموقع.
failure-status = ردّ الموقع بخطأ. أعد المحاولة لاحقًا.
failure-paused = أترك الموقع وشأنه الآن، لأنه طلب مهلة أو تعطّل مرات متتالية. أعد المحاولة لاحقًا.
failure-redirects = يحيل الموقع من عنوان إلى آخر بلا نهاية. جرّب عنوانًا آخر من عناوينه.
failure-too-large = الصفحة أكبر مما أقرأ. جرّب عنوان خلاصة الموقع.
failure-wrong-type = في هذا العنوان ملف لا صفحة أخبار ولا خلاصة. جرّب الصفحة الرئيسية للموقع.
failure-encoding = الصفحة تالفة أو مضغوطة بطريقة لا أعرفها. جرّب عنوان خلاصة الموقع.
failure-aborted = انقطعت القراءة قبل تمامها. أعد المحاولة.
failure-not-a-feed = ليس في هذا العنوان خلاصة أخبار. جرّب الصفحة الرئيسية للموقع.
failure-no-headlines = لم أجد في الصفحة عناوين أخبار. جرّب الصفحة الرئيسية للموقع أو عنوان خلاصته.
failure-layout-changed = كانت في الصفحة عناوين أخبار، ولم أعد أجد فيها شيئًا منها، والأرجح أن تصميمها تغيّر. جرّب عنوان خلاصة الموقع.
failure-no-article = لم أجد في الصفحة خبرًا. جرّب الصفحة الرئيسية للموقع.
failure-too-heavy = الصفحة أثقل من أن أقرأها. جرّب عنوان خلاصة الموقع.

# أوصاف الأوامر في القائمة
command-latest = آخر الأخبار، أو عدد منها أو كلمات
command-digest = ما استجدّ منذ آخر موجز
command-search = البحث في الأخبار
command-subscribe = الاشتراك في الموجز
command-unsubscribe = إلغاء الاشتراك
command-times = ساعات الموجز
command-timezone = التوقيت
command-settings = الإعدادات
command-follow = متابعة كلمات
command-mute = كتم كلمات
command-saved = الأخبار المحفوظة
command-pause = إيقاف الموجز مدةً
command-resume = استئناف الموجز
command-sources = المواقع التي أقرأها
command-help = المساعدة
command-privacy = ما أحفظه عن هذه المحادثة
command-export = ملف بما اختير هنا
command-forget = حذف ما أحفظه
command-addsource = إضافة مصدر
command-testsource = تجربة عنوان أو مصدر
command-removesource = حذف مصدر
command-split = فصل مقال عن خبر ليس منه
command-stats = أحوال القراءة
