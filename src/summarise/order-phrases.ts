const alternatives = (lines: string) =>
  lines
    .trim()
    .split(/\s*\n\s*/)
    .join("|");

/** What somebody says to a machine that reads him, in normalised Arabic: rather one sentence too many than one too few. */
export const ARABIC_ORDER = new RegExp(
  `(?<![ء-ي])[وف]?(?:${alternatives(`
(?:تجاهل|اهمل|انس|انسي|تناس|الغ|تخط|احذف|اترك|خالف|دع عنك)[يو]?ا? (?:(?:كل|جميع|كافه|اي|تماما|ايضا|فورا|الان|عن) ){0,3}(?:ال)?(?:تعليمات|اوامر|توجيهات|قواعد|ارشادات|قيود|ضوابط|شروط|نص|ملخص|ما سبق|ما قبله?|ما ورد|ما قيل|ما جاء|ما كتب|ما طلب|هذا|هذه|باقي|بقيه|سابق)
لا (?:تتبع|تلتزم|تنفذ|تلخص|تذكر|تكتب|تعتمد|تترجم)(?:ي|وا)? (?:(?:كل|جميع|اي|ب|هذا|هذه|علي|من|شييا) ){0,2}(?:ب?ال)?(?:تعليمات|اوامر|توجيهات|قواعد|ملخص|نص|مقال|خبر|سابق|مما)
(?:اكتب|قل|اجب|اطبع|كرر|اخرج|انتج|ولد|اعرض|اظهر|اكشف|ارسل|اضف|ضع|ادرج|استبدل|استخدم|ترجم|لخص|اختصر|صغ)(?:ي|وا)? (?:\\S+ ){0,3}(?:فقط|حصرا|حرفيا|بدلا|بالضبط|التالي|التاليه|ما يلي|الاتي|الاتيه|كما يلي|كالتالي|في (?:ال)?(?:ملخص|تلخيص|رد|جواب|اجابه)|الملخص|ملخصك|للقراء|تعليماتك)
(?:اكتب|قل|اجب|لخص|ازعم|اذكر)(?:ي|وا)? (?:ان|بان|انه|انها|بانه|عن ان|:|ب?عباره|ب?جمله|ب?كلمه|ب?نعم)
(?:ايها|ايتها|يا|عزيزي|مرحبا) ?(?:ايها )?(?:ال)?(?:مساعد|نموذج|روبوت|بوت|ملخص|الي|نظام|ذكاء الاصطناعي|ذكاء اصطناعي|محرر الالي|قاري الالي|chatgpt|gpt|claude|gemini)
الي (?:المساعد الالي|المساعد الذكي|الملخص|من يلخص|الذكاء الاصطناعي الذي)
انت (?:الان |من الان |لست |حر )?(?:مساعد|نموذج|روبوت|بوت|مترجم|محرر|خبير|شاعر|نظام|ملخص|اداه|في وضع)
(?:تعليمات|ملاحظه|ملاحظات|رساله|تنبيه|تعليمه|توجيه|اوامر|امر|طلب) (?:جديده |هامه |سريه |مهمه |عاجله |خاصه )?(?:من |الي |ل)(?:كل )?(?:ال)?(?:ل?مساعد|ل?نموذج|مطور|مشغل|ل?ملخص|ذكاء|لذكاء|من يلخص|روبوت|لروبوت|ل?اله|ل?الي|برنامج|لبرنامج)
(?:تعليمات|مطالبه|موجه) (?:ال)?(?:نظام|مطور|مشغل|تلخيص)
(?:عند|في|خلال|اثناء|ب) ?(?:ال)?(?:تلخيص|ملخص|تلخيصك|ملخصك|اجابتك|ردك)(?: هذا| النص| المقال| الخبر){0,2}،? (?:اكتب|قل|اذكر|يجب|عليك|لا|ركز|تجاهل|ينبغي|اضف|اكد)
(?:علي|يجب علي) (?:ال)?(?:مساعد|نموذج|ملخص|روبوت|من يلخص)
(?:ال)?ملخص (?:هذا |ال)?(?:نص|مقال|خبر|صحيح|مطلوب|وحيد|رسمي|نهايي)(?: الصحيح| هو| هي| الوحيد){0,2}:?(?= ?:| هو| يجب| ينبغي)
(?:يجب|ينبغي|لا بد) ان (?:يكون|يتضمن|يحتوي|يقول|يذكر|يبدا|ينتهي) (?:ال)?(?:ملخص|تلخيص|رد|جواب)
(?:ملخصك|تلخيصك|اجابتك|جوابك|تعليماتك|برمجتك|موجهك|وظيفتك الجديده|مهمتك|دورك|عليك (?:ان )?(?:تكتب|كتابه|تلخص|تلخيص|تجيب|تقول|الرد))
نموذج(?:ا)? لغوي(?:ا)? (?:فعليك|عليك|يجب|فانت)
كلمه السر للنموذج
`)})(?![ء-ي])`,
);

/** The same in English. */
export const ENGLISH_ORDER = new RegExp(
  `\\b(?:${alternatives(`
(?:ignore|disregard|forget|override|bypass|skip|discard|drop|never mind|do not follow|don't follow|stop following)\\b.{0,40}\\b(?:instructions?|prompts?|above|previous|prior|earlier|preceding|rules?|guidelines?|everything|article|text|context|directions?|orders?)
(?:write|say|reply|respond|answer|output|print|return|repeat|append|include|insert|mention|state|claim|emit|translate|summari[sz]e|begin|start|end)\\b.{0,40}\\b(?:only|exactly|verbatim|instead|the following|as follows|in (?:your|the) (?:summary|answer|reply|response)|your (?:summary|answer|reply|response)|with the (?:word|phrase|sentence)|system prompt|this (?:article|text|page) as)
(?:you are|you're|act as|behave as|pretend (?:to be|that)|roleplay as|from now on)\\b.{0,30}\\b(?:assistant|model|ai|bot|llm|editor|summari[sz]er|dan|jailbroken|unrestricted|translator|pirate|poet|free)
(?:notes?|messages?|attention|instructions?|orders?|reminders?|hey|dear|hello)\\b[,:]? (?:(?:to|for|from)\\b )?(?:(?:the|all|any|every|new)\\b )?(?:ai|a\\.i\\.|assistants?|(?:language )?models?|llms?|summari[sz]ers?|(?:chat)?bots?|machines?|chatgpt|gpt|claude|gemini|system|developers?)
(?:system|developer|hidden|initial|original|new|secret) (?:prompt|instructions?|message)s?\\b.{0,10}[:=]
your (?:new )?(?:task|instructions?|system prompt|guidelines|job|goal|summary|answer|reply|response|output) (?:is|are|must|should|now|will|has to)
(?:in|when writing) your (?:summary|answer|reply|response|output)
(?:the|this|any) summary (?:must|should|has to|shall|needs to)
when (?:summari[sz]ing|you summari[sz]e)
if you are an? (?:ai|assistant|language model|llm|bot|machine)
as an ai (?:language )?model
end of (?:the )?(?:article|text|document|prompt|instructions?|input)
`)})`,
  "i",
);
/** Marks of the forms in which models are spoken to. */
export const MARKERS =
  /<\|[^|>]{0,30}\|?>|\[\/?(?:inst|sys|system)\]|<<\/?sys>>|<\/?(?:system|assistant|user|instructions?|prompt|article|document)>|(?:^|\s)#{2,} ?(?:system|instruction|assistant|user|human|response)|^(?:system|assistant|user|human|developer|النظام|المساعد|المستخدم|المطور) ?[:>]|```/im;
