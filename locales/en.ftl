# Mujaz in English. Placeholders stand in braces; numbers choose the plural form.

list-separator = {", "}

# Welcome and help
bot-description =
    Mujaz reads Arabic news sites, gathers the articles that tell one story into one card, summarises it in the authors' own words with related links, and sends it at the hours you choose.

    Press Start, then Subscribe, or ask for the latest news whenever you like.
bot-short-description = Arabic news in short, at the hours you choose.
welcome =
    Welcome to Mujaz.

    I read Arabic news sites, gather the articles that tell one story into one card, summarise it in the authors' own words with related links, and send it at the hours you choose.

    Where shall we begin?
welcome-back = Welcome back. This chat is subscribed to the digest.
greeting-group = Hello, I am Mujaz: I send the news in short at the hours you choose. To begin, an administrator of this group writes /subscribe; everybody may ask for /latest at any time.
help =
    This is what I can do:

    /latest — the latest news, with a number or words if you like: /latest 10
    /digest — what is new since the last digest
    /search — search the news: /search oil prices
    /subscribe — get the digest
    /unsubscribe — stop getting it
    /times — the hours of the digest: /times 08:00 20:00
    /timezone — the time zone: /timezone Cairo
    /settings — number of stories, length of summaries, language and more
    /follow — follow words: /follow World Cup
    /mute — keep words out: /mute stock market
    /saved — articles that you kept; to keep one, reply to its message with this command
    /pause — pause the digest for a while: /pause 3 days
    /resume — go on with it
    /sources — the sites that I read
    /privacy — what I keep about this chat
    /export — a file of what was chosen here
    /forget — delete what I keep

    I understand Arabic without commands, too: «آخر الأخبار» «موجز» «بحث …» «اشتراك» «إلغاء الاشتراك» «الإعدادات» «مساعدة».
help-operator =
    And because you are an operator:

    /sources — the sources and how they are
    /addsource — add a source: /addsource https://example.com
    /testsource — try an address or a source before it is added
    /removesource — remove a source by its id
    /split — take an article out of a story it does not belong to
    /stats — how reading goes
privacy =
    I keep the number of this chat; the hours, time zone, settings and words that were chosen in it; the articles that were kept; and the last digest that it got, so that no news comes twice. I keep neither messages nor names, and share nothing with anybody.

    To delete all of it: /forget
not-understood = I did not understand. Write /help to see what I can do, or write some words and I will search for them.
failed = Something went wrong on my side, and what you asked for was not done. Please try again in a while.

# Buttons
button-subscribe = Subscribe
button-latest = Latest news
button-hours = Hours
button-zone = Time zone
button-forget = Yes, delete everything
button-keep = No, keep everything
button-back = Back
button-undo = Undo
button-search = Search: { $query }
button-add-source = Add this source
button-old = This button is old and does nothing any more. Please write the command again.

# Deleting
forget-confirm = I will delete all that I keep about this chat and end its subscription. This cannot be undone. Shall I?
forgotten = Everything is deleted. You are welcome back at any time: /start
forget-kept = I have deleted nothing.

# Subscribing
subscribed = Welcome to the digest. It comes every day at { $hours }, { $zone } time.
already-subscribed = This chat is subscribed to the digest.
unsubscribed = The subscription has ended. What you chose is kept in case you come back.
not-subscribed = This chat is not subscribed to the digest. To subscribe: /subscribe
subscribe-listed-only = Only those whom its operators allow may subscribe to this bot. A group or channel is allowed when an operator adds the bot to it.
first-digest-empty = There is nothing new from the last few hours, so the first digest will come at its time.
nothing-new = There is nothing new since the last digest. For the latest news: /latest
digest-on-its-way = Your last digest is still on its way.

# The next one
next-digest = Next digest: { $when }
next-if-subscribed = There is no subscription yet. If you subscribe now, the next digest comes { $when }. To subscribe: /subscribe
next-after-pause = The digest is paused. To go on with it: /resume
next-none = No digest is due. To choose its hours: /times
next-today = today { $time }
next-tomorrow = tomorrow { $time }
next-day = { $day }, { $time }

# Pausing
paused = The digest is paused until you ask for it. To go on with it: /resume
paused-until = The digest is paused until { $date }. To go on with it earlier: /resume
pause-usage = I did not understand how long. Write /pause alone, or with a time or a date to come: /pause 3 days, or /pause 2027-01-31
resumed = The digest goes on.

# Hours and time zone
times-now = Hours of the digest: { $hours }, { $zone } time.
times-choose = Press an hour to add or remove it, or write your hours: /times 08:00 20:00
times-usage =
    { $count ->
        [one] I did not understand the hour. Write one hour like this: /times 08:00
       *[other] I did not understand the hours. Write up to { $number } hours like this: /times 08:00 20:00
    }
times-at-least-one = There must be at least one hour. To pause the digest: /pause
times-at-most =
    { $count ->
        [one] No more than one hour can be chosen.
       *[other] No more than { $number } hours can be chosen.
    }
zone-now = Time zone: { $zone }
zone-choose = Choose your part of the world, or write your city: /timezone Cairo
zone-unknown = I do not know “{ $zone }”. Write a large city near you or the name of the time zone, like Africa/Cairo, or choose your part of the world:
region-gulf = Gulf and Yemen
region-levant = Iraq and the Levant
region-nile = Egypt, Sudan and the Horn of Africa
region-maghreb = The Maghreb
region-europe = Europe and Turkey
region-america = The Americas
city-riyadh = Riyadh
city-dubai = Dubai
city-kuwait = Kuwait
city-doha = Doha
city-manama = Manama
city-muscat = Muscat
city-sanaa = Sanaa
city-baghdad = Baghdad
city-damascus = Damascus
city-beirut = Beirut
city-amman = Amman
city-jerusalem = Jerusalem
city-gaza = Gaza
city-cairo = Cairo
city-khartoum = Khartoum
city-mogadishu = Mogadishu
city-djibouti = Djibouti
city-tripoli = Tripoli
city-tunis = Tunis
city-algiers = Algiers
city-rabat = Rabat
city-nouakchott = Nouakchott
city-istanbul = Istanbul
city-london = London
city-paris = Paris
city-berlin = Berlin
city-stockholm = Stockholm
city-moscow = Moscow
city-new-york = New York
city-chicago = Chicago
city-los-angeles = Los Angeles
city-toronto = Toronto
city-sao-paulo = São Paulo

# Settings
settings-subscribed = This chat is subscribed to the digest.
settings-paused = This chat is subscribed, and the digest is paused now.
settings-not-subscribed = This chat is not subscribed to the digest.
settings-following = Followed words: { $words }
settings-muted = Muted words: { $words }
settings-quiet = Quiet hours: { $hours }. What is due in them waits for the next digest.
settings-press = Press a button to change what it says.
setting-stories = Stories: { $number }
setting-length = Summary: { $length }
setting-layout = View: { $layout }
setting-digits = Digits: { $digits }
setting-quiet = Quiet hours: { $hours }
setting-urgent = Urgent news in quiet hours: { $state }
setting-language = العربية
length-short = short
length-usual = medium
length-long = long
quiet-none = none
quiet-hours = { $from } to { $to }
urgent-comes = comes
urgent-waits = waits
layout-full = with summaries
layout-headlines = headlines only

# Following and muting
follow-usage = Write after the command what you follow; its news will come whatever else you chose: /follow World Cup
follow-list = These words are followed. Press one to stop following it; to add others, write for example: /follow World Cup
follow-added = News of “{ $words }” will come whatever else you chose.
follow-known = “{ $words }” is followed already.
follow-removed = “{ $words }” is no longer followed.
mute-usage = Write after the command what you do not want to read about; its news will be kept out: /mute stock market. For a time: /mute stock market for 2 weeks. To mute a story and what follows it, write its link.
mute-list = These are muted. Press one to let it back in; to add others, write for example: /mute stock market
mute-added = News with “{ $words }” will be kept out.
mute-known = “{ $words }” is muted already.
mute-removed = “{ $words }” is no longer muted.
mute-added-until = No news about “{ $words }” until { $date }.
mute-story-added = No more of “{ $title }”, nor of what follows it, until { $date }.
mute-end-unknown = I did not understand until when, so nothing is muted. Write a time or a date to come behind the words: /mute stock market for 2 weeks, or /mute stock market until Friday
mute-story-unknown = I know no story with this link. Copy the link of the story from the digest.
muted-until = until { $date }
words-too-many =
    { $count ->
        [one] The list has room for one phrase. Remove it first.
       *[other] The list has room for { $number } phrases. Remove one of them first.
    }
words-too-long =
    { $count ->
        [one] A phrase may have one character at most. Write a shorter one.
       *[other] A phrase may have { $number } characters at most. Write a shorter one.
    }

# Saved articles
saved-none = Nothing is kept yet. To keep an article, reply to its message with /saved, or write its link after the command.
saved-list = Articles that you kept. Press a number to remove one.
saved-choose = Which one shall I keep?
saved-added = “{ $title }” is kept; you will find it in /saved
saved-known = “{ $title }” is kept already.
saved-removed = The article is no longer kept.
saved-unknown = I found no article there that I know. Reply to a message that has one, or copy its link from the digest.
saved-too-many =
    { $count ->
        [one] There is room for one article. Remove it first in /saved
       *[other] There is room for { $number } articles. Remove one of them first in /saved
    }

# Reading
digest-title = News digest · { $date } · { $time }
latest-title = Latest news
search-title = Found for “{ $query }”
search-usage = Write after the command what you are looking for: /search oil prices
search-nothing = I found nothing about “{ $query }”.
search-partial = The search index is being rebuilt, so results may be missing. Try again in a few minutes.
did-you-mean = Did you mean “{ $suggestion }”?
no-news-yet = There is no news yet. I am reading the sites now; come back in a few minutes.
also-covered-by = Also covered by:
related-links = Related:
background = Background:
follow-ups = What followed:
said-by = (from { $outlet })
text-from-feed = The text is from the site's feed, because the page could not be read.
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

# Files
export-choices = What was chosen in this chat.
export-sources = The sources as OPML, which other feed readers can import.

# Rights
chat-admins-only = This is for the administrators of this chat. You may ask for /latest or /search at any time.
operators-only = This is for the operators of this bot.
operators-in-private = Operators' commands work only in our private chat. Please write to me there.
rights-unknown = Telegram did not tell me who administers this chat. Please try again in a while.

# Sources
sources-title =
    { $count ->
        [0] I read no site now.
        [one] I read one site:
       *[other] I read { $number } sites:
    }
sources-none = There are no sources yet. To add the first: /addsource https://example.com
source-never-read = not read yet
source-failing =
    { $count ->
        [one] could not be read once
       *[other] could not be read { $number } times
    }
source-usage = Write after the command the address of a site or a feed: /addsource https://example.com
source-reading = Reading { $url } …
source-found =
    Found a source: { $name }
    Kind: { $kind }
    Id: { $id }
    Address: { $url }
source-added =
    Added the source: { $name }
    Kind: { $kind }
    Id: { $id }
    Address: { $url }
source-exists =
    This source was added before: { $name }
    Kind: { $kind }
    Id: { $id }
    Address: { $url }
source-headlines =
    { $count ->
        [0] It has no headlines now.
        [one] It has one headline now.
       *[other] It has { $number } headlines now.
    }
source-unreadable = None of its first articles could be read, so nothing may come from it.
source-preview = This is how readers see its news
source-add-hint = To add it, write /addsource and the same address.
source-removed = The source { $id } is removed; its earlier news stays.
source-unknown = There is no source with the id “{ $id }”. The ids are in /sources
remove-usage = Write after the command the id of the source; you find it in /sources
stats =
    Sources that are read: { $read }
    Of these, failing: { $failing }
    Sources that are switched off: { $paused }
    Headlines in the last reads: { $headlines }
    Last read: { $when }
kind-feed = feed (RSS)
kind-listing = page of headlines
kind-sitemap = news sitemap
operator-edition-stopped = Telegram refused the text of a digest, so I stopped sending it; no subscription was ended. This is a fault of the program, and this is what Telegram answered: { $description }
operator-store-failing = I cannot write to the store, so digests wait until I can; none of them is lost. Please check the free space on the disk and the permissions of the file. The reason: { $reason }
split-choose-story = Which of these stories has an article that does not belong to it?
split-choose-article = Which article does not belong to this story? I will take it out and never put it back.
split-nothing = No story is told by more than one article now.
split-done = The article is taken out, and will not be put back.
split-alone = The article is a story of its own.

# Why something could not be read, and what to do
failure-bad-address = This is not a valid address. Write all of it, beginning with https://
failure-private-address = This address is in a private network, and I do not read private networks. If you mean it, add it to FETCH_ALLOW_PRIVATE.
failure-robots = The site does not allow programs to read this page (robots.txt). Try the address of its feed.
failure-network = The site could not be reached. Check the address, or try again later.
failure-timeout = The site took too long to answer. Try again later.
failure-blocked = The site refuses to be read by me. Try the address of its feed, or try again later.
failure-gone = There is nothing at this address. Check it, or try the home page of the site.
failure-status = The site answered with an error. Try again later.
failure-paused = I leave the site alone for now: it asked for a pause, or it failed several times in a row. Try again later.
failure-redirects = The site leads from one address to the next without end. Try another of its addresses.
failure-too-large = The page is larger than I read. Try the address of the site's feed.
failure-wrong-type = There is a file at this address, neither a news page nor a feed. Try the home page of the site.
failure-encoding = The page is damaged, or compressed in a way that I do not know. Try the address of the site's feed.
failure-aborted = Reading was broken off before its end. Try again.
failure-not-a-feed = There is no feed at this address. Try the home page of the site.
failure-no-headlines = I found no headlines on the page. Try the home page of the site, or the address of its feed.
failure-layout-changed = The page used to show headlines, and shows none any more: its layout has probably changed. Try the address of the site's feed.
failure-no-article = I found no article on the page. Try the home page of the site.
failure-too-heavy = The page is too heavy for me to read. Try the address of the site's feed.

# What the commands do, as Telegram's menu shows it
command-latest = Latest news, a number of them, or words
command-digest = What is new since the last digest
command-search = Search the news
command-subscribe = Get the digest
command-unsubscribe = Stop getting it
command-times = Hours of the digest
command-timezone = Time zone
command-settings = Settings
command-follow = Follow words
command-mute = Keep words out
command-saved = Articles kept for later
command-pause = Pause the digest for a while
command-resume = Go on with the digest
command-sources = The sites that I read
command-help = Help
command-privacy = What I keep about this chat
command-export = A file of what was chosen here
command-forget = Delete what I keep
command-addsource = Add a source
command-testsource = Try an address or a source
command-removesource = Remove a source
command-split = Take an article out of a story
command-stats = How reading goes
