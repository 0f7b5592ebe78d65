# Mujaz in English. Placeholders stand in braces; numbers choose the plural form.

list-separator = {", "}

# Welcome and help
welcome =
    Welcome to Mujaz.

    I read Arabic news sites for you, gather the articles about one event into a single card, summarise it in its own words with related links, and send it at the hours you choose.

    What shall we do first?
help =
    What I can do:

    /latest — the latest news; /latest 10 for as many as you like
    /digest — what is new since your last digest
    /search — search, like: /search oil prices
    /subscribe — get the digest; /unsubscribe to stop
    /times — its hours, like: /times 08:00 20:00
    /timezone — your time zone, like: /timezone Cairo
    /settings — settings
    /mute — keep out news that contains a word
    /pause — pause the digest; /resume to go on
    /privacy — what is kept about you; /forget deletes it

    The Arabic words work without commands: آخر الأخبار, موجز, بحث …, اشتراك, إلغاء الاشتراك, الإعدادات, مساعدة.
help-operator =
    And as you are an operator:

    /sources — the sources and how they are doing
    /addsource — add one, like: /addsource https://example.com
    /testsource — try an address without adding it
    /removesource — remove one by its id
privacy =
    I keep the number of this chat, what was chosen in it (hours, time zone, settings), and which digest it had last, so that no news comes twice. I keep neither your messages nor your name, and share nothing with anybody.

    To delete all of it: /forget
forget-confirm = I will delete everything that this chat chose and end its subscription. This cannot be undone. Delete it?
forgotten = Everything is deleted. If you ever come back, write /start.
greeting-group = Hello. I am Mujaz, and I send the day's news in short at the hours you choose. To begin, one of the administrators writes /subscribe; everybody can use /latest at any time.
not-understood = I did not understand. Write /help to see what I can do, or /search and some words.

# Buttons
button-subscribe = Subscribe
button-latest = Latest news
button-hours = Hours
button-zone = Time zone
button-forget = Yes, delete everything
button-old = This button is old and no longer works. Please write the command again.

# Subscribing
subscribed = You are subscribed. The digest comes every day at { $hours }, { $zone } time.
already-subscribed = You are subscribed already.
unsubscribed = You are unsubscribed. What you chose is kept in case you come back.
not-subscribed = You are not subscribed. To subscribe, write /subscribe.
subscribe-listed-only = Only those whom its operators allow may subscribe to this bot.
first-digest-empty = Nothing new has come in the last hours. Your first digest comes at its usual hour.
next-digest = Next digest: { $when }.
next-today = today { $time }
next-tomorrow = tomorrow { $time }
next-day = { $day }, { $time }
next-after-subscribing = The digest begins when you subscribe: /subscribe
nothing-new = Nothing new since your last digest.
digest-on-its-way = Your digest is on its way.
paused = The digest is paused. To go on, write /resume.
paused-until = The digest is paused until { $date }. To go on earlier, write /resume.
pause-usage = Write /pause alone, or with a coming date like: /pause 2027-01-31
resumed = The digest is on again.

# Hours and time zone
times-now = The digest comes at { $hours }, { $zone } time.
times-choose = Press an hour to add or remove it, or write for example: /times 08:00 20:00
times-usage =
    I did not understand these hours. Write one to { $most ->
        [one] { $most } hour
       *[other] { $most } hours
    }, like: /times 08:00 20:00
times-at-least-one = There has to be one hour at least.
times-at-most =
    { $most ->
        [one] You can choose one hour only.
       *[other] You can choose { $most } hours at most.
    }
zone-now = Your time zone: { $zone }.
zone-choose = Choose a city, or write for example: /timezone Cairo
zone-unknown = I do not know “{ $zone }”. Write a city or a name like Africa/Cairo, or choose one of these:
city-riyadh = Riyadh
city-cairo = Cairo
city-dubai = Dubai
city-baghdad = Baghdad
city-kuwait = Kuwait
city-doha = Doha
city-amman = Amman
city-damascus = Damascus
city-beirut = Beirut
city-jerusalem = Jerusalem
city-khartoum = Khartoum
city-tripoli = Tripoli
city-tunis = Tunis
city-algiers = Algiers
city-rabat = Rabat
city-istanbul = Istanbul
city-london = London
city-berlin = Berlin

# Settings
settings-subscribed = You are subscribed to the digest.
settings-not-subscribed = You are not subscribed to the digest.
setting-stories = Stories: { $number }
setting-length = Summary: { $length }
setting-layout = View: { $layout }
setting-digits = Digits: { $digits }
setting-language = العربية
length-short = short
length-usual = usual
length-long = long
layout-full = with summaries
layout-headlines = headlines only

# Muting
mute-usage = Write the word after the command, like: /mute football. The same command again lets it back in.
mute-list = Muted: { $words }. To let one back in, write /mute and the word.
muted = News with “{ $words }” is kept out.
unmuted = News with “{ $words }” is let in again.
mute-too-many =
    { $most ->
        [one] You can mute one word only. Let it back in first.
       *[other] You can mute { $most } words at most. Let one back in first.
    }

# Reading
digest-title = News digest · { $date } · { $time }
latest-title = Latest news
search-title = Results for “{ $query }”
search-usage = Write what you are looking for, like: /search oil prices
search-nothing = I found nothing for “{ $query }”.
did-you-mean = Did you mean: { $suggestion }?
no-news-yet = There is no news yet. I am reading the sites now: come back in a few minutes.
also-covered-by = Also covered by:
related-links = Related:
background = Background:
text-from-feed = The text is from the site's feed; the page could not be read.
made-by-model = Summary by a model
untitled = Untitled
age-now = now
age-minutes =
    { $count ->
        [one] a minute ago
       *[other] { $number } minutes ago
    }
age-hours =
    { $count ->
        [one] an hour ago
       *[other] { $number } hours ago
    }

# Rights
operators-only = This command is for the operators of this bot only.
chat-admins-only = This command is for the administrators of this chat only.

# Operators
sources-title =
    { $count ->
        [0] No source is being read now.
        [one] One source is being read:
       *[other] { $count } sources are being read:
    }
sources-none = There are no sources yet. Add one: /addsource https://example.com
source-failing =
    { $count ->
        [one] could not be read once
       *[other] could not be read { $count } times
    }
source-usage = Write an address after the command, like: /addsource https://example.com
source-reading = Reading { $url } …
source-found =
    Found: { $name }
    Kind: { $kind }
    Address: { $url }
    { $count ->
        [one] It has one headline.
       *[other] It has { $count } headlines.
    }
source-added =
    Added: { $name }
    Id: { $id }
    Kind: { $kind }
    Address: { $url }
    { $count ->
        [one] It has one headline now.
       *[other] It has { $count } headlines now.
    }
source-exists =
    This source is there already: { $name }
    Id: { $id }
    Kind: { $kind }
    Address: { $url }
    { $count ->
        [one] It has one headline now.
       *[other] It has { $count } headlines now.
    }
source-preview = How readers would see its news
source-removed = The source { $id } is removed; its earlier news stays.
source-unknown = There is no source { $id }. The ids are in /sources.
remove-usage = Write the id of a source after the command; the ids are in /sources.
kind-feed = feed (RSS)
kind-listing = page of headlines
kind-sitemap = news sitemap
operator-edition-stopped = Telegram refused the text of a digest, so I stopped sending it. No subscription was ended. Telegram's answer: { $description }

# Why something could not be read
failure-bad-address = This is not a valid address. Write it in full, beginning with https://
failure-private-address = This address is in a private network, and I do not read those. If you mean it, add it to FETCH_ALLOW_PRIVATE.
failure-robots = The site does not let programs read this page (robots.txt). Try the address of its feed.
failure-network = The site could not be reached. Check the address and try again later.
failure-timeout = The site took too long. Try again later.
failure-blocked = The site refuses to be read by me. Try the address of its feed, or try again later.
failure-gone = There is nothing at this address. Check it.
failure-status = The site answered with an error. Try again later.
failure-redirects = The site leads from one address to the next without end. Try another address.
failure-too-large = The page is larger than I can read. Try the address of the site's feed.
failure-wrong-type = This is a file, neither a news page nor a feed.
failure-encoding = The page is damaged, or compressed in a way that I do not know.
failure-aborted = Reading was broken off. Try again.
failure-not-a-feed = The address gives no feed. Try the home page of the site.
failure-no-headlines = I found no headlines on the page. Try the home page of the site or the address of its feed.
failure-no-article = I found no article on the page.
failure-too-heavy = The page is too heavy to be read. Try the address of the site's feed.

# What the commands do
command-latest = Latest news
command-digest = What is new since the last digest
command-search = Search the news
command-subscribe = Get the digest
command-unsubscribe = Stop the digest
command-times = Hours of the digest
command-timezone = Time zone
command-settings = Settings
command-mute = Keep out a word
command-pause = Pause the digest
command-resume = Go on with the digest
command-help = Help
command-privacy = Privacy
command-forget = Delete what is kept
command-sources = Sources and how they are doing
command-addsource = Add a source
command-testsource = Try an address
command-removesource = Remove a source
