"""Makes data/identify/{latin,cyrillic,arabic}.bin, the n-gram tables of language identification.

Usage: identify.py fetch SOURCES          (pip, apt-get, dpkg-deb, npm; 350 MB)
       identify.py SOURCES OUT [SCRIPT…]  (python3 with `brotli` and `numpy`; about five minutes, 4 GB)

SOURCES holds what `fetch` brings from package registries and unpacks:
  lingua/   lingua-language-detector 1.4.2 (PyPI, Apache-2.0): 1- to 5-gram frequencies of 75 languages
  words/    word lists of Debian's tesseract-ocr-* (tessdata_fast, Apache-2.0), unpacked with dawg2wordlist
  x/        Debian's libreoffice-l10n-* and firefox-esr-l10n-* (MPL-2.0): translated messages
  npm/      cldr-localenames-full and cldr-dates-full (Unicode-3.0), dictionary-tk (Apache-2.0)
  mw/       Debian's mediawiki (GPL-2.0+): translated messages of languages the others lack
and /usr/share/locale (GTK, GLib, iso-codes and others of Debian, LGPL-2.1+) for languages that LibreOffice lacks.
No sentence is kept: what is written are rounded logarithms of how often a few letters stand together.

Kazakh in Latin and Arabic script and Karakalpak are made from Kazakh in Cyrillic by the rules below, since next to
nothing openly licensed is written in them.
"""
import collections, gettext, glob, json, os, re, subprocess, sys, zipfile

if sys.argv[1] != "fetch":
    import brotli
    import numpy as np

    SOURCES, OUT = sys.argv[1:3]
# Column: tag, tesseract list, lingua code, message locale.
GROUPS = {
    "latin": [
        ("en", "eng", "en", "en"), ("de", "deu", "de", "de"), ("fr", "fra", "fr", "fr"), ("es", "spa", "es", "es"),
        ("pt", "por", "pt", "pt"), ("it", "ita", "it", "it"), ("nl", "nld", "nl", "nl"), ("pl", "pol", "pl", "pl"),
        ("cs", "ces", "cs", "cs"), ("sk", "slk", "sk", "sk"), ("sl", "slv", "sl", "sl"), ("hr", "hrv", "hr", "hr"),
        ("sr-Latn", "srp_latn", "sr>latin", "sr@latin"), ("ro", "ron", "ro", "ro"), ("hu", "hun", "hu", "hu"),
        ("sv", "swe", "sv", "sv"), ("da", "dan", "da", "da"), ("nb", "nor", "nb", "nb"), ("fi", "fin", "fi", "fi"),
        ("et", "est", "et", "et"), ("lv", "lav", "lv", "lv"), ("lt", "lit", "lt", "lt"), ("tr", "tur", "tr", "tr"),
        ("az", "aze", "az", "az"), ("vi", "vie", "vi", "vi"), ("id", "ind", "id", "id"), ("sw", "swa", "sw", "sw"),
        ("af", "afr", "af", "af"), ("xh", None, "xh", "xh"), ("zu", None, "zu", "zu"), ("uz-Latn", "uzb", None, "uz"),
        ("tk", "tk", None, "tk"), ("kk-Latn", "kaz>kk2018", "kk>kk2018", "kk>kk2018"),
        ("kk-Latn", "kaz>kk2021", "kk>kk2021", "kk>kk2021"), ("kaa", "kaz>kaalatin", "kk>kaalatin", "kaa-Latn"),
        ("ca", "cat", "ca", "ca"), ("is", "isl", "is", "is"), ("sq", "sqi", "sq", "sq"), ("eu", "eus", "eu", "eu"),
        ("tl", "fil", "tl", "tl"),
    ],
    "cyrillic": [
        ("ru", "rus", "ru", "ru"), ("uk", "ukr", "uk", "uk"), ("be", "bel", "be", "be"), ("bg", "bul", "bg", "bg"),
        ("mk", "mkd", "mk", "mk"), ("sr", "srp", "sr", "sr"), ("kk-Cyrl", "kaz", "kk", "kk"), ("ky", "kir", None, "ky"),
        ("tt", None, None, "tt"), ("tg", "tgk", None, "tg"), ("uz-Cyrl", "uzb_cyrl", None, "uz@cyrillic"),
        ("mn", "mon", "mn", "mn"), ("kaa", "kaz>kaa", "kk>kaa", "kaa-Cyrl"), ("ba", None, None, "ba"),
        ("cv", None, None, "cv"), ("sah", None, None, "sah"),
    ],
    "arabic": [
        ("ar", "ara", "ar", "ar"), ("fa", "fas", "fa", "fa"), ("ur", "urd", "ur", "ur"), ("ug", "uig", None, "ug"),
        ("ckb", None, None, "ckb"), ("ps", None, None, "ps"),
        ("kk-Arab", "kaz>arabic", "kk>arabic", "kk>arabic"),
    ],
}
KEPT = {"latin": 18000, "cyrillic": 18000, "arabic": 10000}
# Alphabets of the languages without letter frequencies of their own; others keep letters of one in 10,000.
ALPHABET = {
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "tt": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәөүҗңһ",
    "tg": "абвгдеёжзийклмнопрстуфхцчшъьэюяғӣқӯҳҷ",
    "uz-Cyrl": "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ",
    "uz-Latn": "abcdefghijklmnopqrstuvxyz'",
    "tk": "abçdeäfghijžklmnňoöprsştuüwyýz",
    "ug": "ئائەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي",
    "kaa": "абвгғдеёжзийкқлмнңоөпрстуүўфхҳцчшщъыьэюяәabcdefghijklmnopqrstuvwxyzáǵıńóú",
}
CYRILLIC = "абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяәў"
RULES = {
    "kk2018": dict(zip(CYRILLIC, "a b v g ǵ d e ıo j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh sh  y i  e ıý ıa á ý".split(" "))),
    "kk2021": dict(zip(CYRILLIC, "a b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ch ş ş  y ı  e iu ia ä u".split(" "))),
    "kaa": dict(zip("ұіһщў", "уиҳшў")),
    "kaalatin": dict(zip(CYRILLIC, "a b v g ǵ d e yo j z iy y k q l m n ń o ó p r s t w u ú f x h c ch sh sh  ı i  e yu ya á w".split(" "))),
    "arabic": dict(zip(CYRILLIC, "ا ب ۆ گ ع د ە يو ج ز ي ي ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ تس چ ش شش  ى ى  ە يۋ يا ا ۋ".split(" "))),
    "latin": dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш", "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(" "))),
}
# MediaWiki's messages: column of a locale above -> its file, and a rule that leads from there.
WIKI = {
    "tt": "tt-cyrl", "ky": "ky", "tk": "tk", "uz": "uz", "tg": "tg-cyrl", "ug": "ug-arab", "ba": "ba", "cv": "cv", "sah": "sah",
    "ckb": "ckb", "ps": "ps", "ur": "ur", "sw": "sw", "kk>arabic": "kk-arab", "kk>kk2021": "kk-latn", "kaa-Latn": "kaa", "kaa-Cyrl": "kaa>karakalpak",
}
RULES["karakalpak"] = dict(zip("abvgǵdejziykqlmnńoóprstuúwfxhcıáA", "абвгғдежзийкқлмнңоөпрстуүўфхҳцыә"))
# Closed-class words of Karakalpak, by hand: Kazakh by rule has others.
KARAKALPAK = "ҳәм менен ушын болып бир бул еди деп ҳәр болған болады керек емес арқалы кейин соң өз оның олар сондай бойынша қарақалпақстан республикасы усы деген қалай жүдә жоқары мәмлекет"


def spell(rule, word):
    """`word`, Kazakh (or Serbian) in Cyrillic, by a rule of RULES."""
    if not rule:
        return word
    table = RULES[rule]
    if rule == "karakalpak":
        word = word.replace("sh", "ш").replace("ch", "ч")
    put = "".join(table.get(letter, letter) for letter in word)
    soft = rule == "arabic" and re.search("[әөүі]", word) and not re.search("[еэкг]", word)
    return "ٴ" + put if soft else put


SCRIPTS = {"latin": "a-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\u0250-\u02af'", "cyrillic": "\u0400-\u052f", "arabic": "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"}
QUOTES = str.maketrans("ʻʼ’‘`´ʹșț", "'''''''şţ")


def tokens(text, script):
    """The words of `text`, as src/identify/grams.rs cuts them."""
    text = text.lower().translate(QUOTES).replace("\u0307", "").replace("\u0640", "")
    text = re.sub("[\u064b-\u065f]", "", text)
    found = re.findall("[" + SCRIPTS[script] + "]+", text)
    return [word for word in (word.strip("'") for word in found) if word]


def messages(locale):
    """The translated messages of a locale, from catalogues and CLDR."""
    locale, _, rule = locale.partition(">")
    english = locale == "en"
    where = "de" if english else locale
    texts = []
    office = glob.glob(f"{SOURCES}/x/usr/lib/libreoffice/program/resource/{where}/LC_MESSAGES/*.mo")
    system = [] if office else glob.glob(f"/usr/share/locale/{where}/LC_MESSAGES/*.mo")
    for path in sorted(office + system):
        try:
            catalogue = gettext.GNUTranslations(open(path, "rb"))._catalog
        except (UnicodeDecodeError, OSError):
            continue
        for key, text in catalogue.items():
            key = key[0] if isinstance(key, tuple) else key
            key = key.split("\x04")[-1].split("|")[-1]
            if key and (english or text != key):
                texts.append(key if english else text)
    for path in sorted(glob.glob(f"{SOURCES}/x/usr/lib/firefox-esr/browser/extensions/langpack-{where}@*.xpi")):
        if office:
            break
        pack = zipfile.ZipFile(path)
        for name in sorted(pack.namelist()):
            if name.endswith((".ftl", ".properties")):
                for line in pack.read(name).decode("utf-8", "replace").splitlines():
                    if "=" in line and not line.startswith("#"):
                        texts.append(line.split("=", 1)[1])
    # A message is shown with marks of its own: access keys, places to fill, markup.
    texts = [re.sub(r"[_&~](?=\w)|%\S+|\$\S+|\{.*?\}|<.*?>|\\n", lambda m: "" if m[0] in "_&~" else " ", text) for text in texts]
    cldr = {"uz@cyrillic": "uz-Cyrl", "sr@latin": "sr-Latn", "nb": "no"}.get(locale, locale)
    for path in sorted(glob.glob(f"{SOURCES}/npm/*/main/{cldr}/*.json")):
        def walk(node):
            if isinstance(node, dict):
                for value in node.values():
                    walk(value)
            elif isinstance(node, str):
                texts.append(node)
        walk({k: v for k, v in json.load(open(path, encoding="utf-8"))["main"][cldr].items() if k != "identity"})
    if locale == "kaa-Cyrl":
        texts += [KARAKALPAK] * 40
    if locale == "kaa-Latn":
        texts += [" ".join(spell("kaalatin", word) for word in KARAKALPAK.split())] * 40
    return texts, rule


def turkmen():
    """The words of dictionary-tk, each stem with its first endings."""
    base = glob.glob(f"{SOURCES}/npm/**/dictionary-tk/index.dic", recursive=True)[0]
    endings = collections.defaultdict(list)
    for line in open(base[:-3] + "aff", encoding="utf-8"):
        part = line.split()
        if len(part) >= 5 and part[0] == "SFX":
            endings[part[1]].append(("" if part[2] == "0" else part[2], "" if part[3] == "0" else part[3].split("/")[0], part[4]))
    long = "FLAG long" in open(base[:-3] + "aff", encoding="utf-8").read()
    for line in open(base, encoding="utf-8"):
        stem, _, flags = line.strip().partition("/")
        yield stem
        names = flags.split(",") if "," in flags else re.findall("..", flags) if long else list(flags)
        for name in names:
            for strip, add, condition in endings[name][:40]:
                if re.search(condition + "$", stem) and stem.endswith(strip):
                    yield stem[: len(stem) - len(strip)] + add


def words_of(name):
    """The words of a list, with the rule to put them through."""
    if not name:
        return [], ""
    name, _, rule = name.partition(">")
    lines = turkmen() if name == "tk" else (line.rstrip("\n") for line in open(f"{SOURCES}/words/{name}.txt", encoding="utf-8"))
    return lines, rule


def lingua(code):
    """Frequencies of n-grams inside words: order -> gram -> share; and the rule."""
    if not code:
        return None, ""
    code, _, rule = code.partition(">")
    orders = []
    for name in ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"):
        data = brotli.decompress(open(f"{SOURCES}/lingua/lingua/language-models/{code}/{name}.json.br", "rb").read())
        given = {}
        for fraction, grams in json.loads(data)["ngrams"].items():
            over, under = fraction.split("/")
            for gram in grams.split(" "):
                given[gram] = int(over) / int(under)
        orders.append(given)
    # They are given the letters before; together they are what is wanted.
    joint = [orders[0]]
    for given in orders[1:]:
        before = joint[-1]
        joint.append({gram: share * before.get(gram[:-1], 0.0) for gram, share in given.items()})
    return (orders, joint), rule


def chain(orders, word):
    share = orders[0].get(word[0], 1e-7)
    for at in range(1, len(word)):
        piece = word[max(0, at - 4) : at + 1]
        while len(piece) > 1 and piece not in orders[len(piece) - 1]:
            piece = piece[1:]
        share *= orders[len(piece) - 1].get(piece, 1e-7)
    return share


def wiki(locale, script):
    """Words of MediaWiki's messages in the language of a locale."""
    name, _, rule = WIKI.get(locale, "").partition(">")
    found = collections.Counter()
    for path in sorted(glob.glob(f"{SOURCES}/mw/usr/share/mediawiki/**/{name}.json", recursive=True)) if name else []:
        for key, text in json.load(open(path, encoding="utf-8")).items():
            if isinstance(text, str):
                text = re.sub(r"\{\{.*?\}\}|\[\[[^|\]]*\||<.*?>|https?://\S+|\$\d|\w+:\w+", " ", text)
                found.update(spell(rule, word) for word in tokens(text, "latin" if rule else script))
    return found


SHORT = {1: 0.0, 2: 0.05, 3: 0.15, 4: 0.4}
LENGTHS = {2: 0.04, 3: 0.10, 4: 0.11, 5: 0.13, 6: 0.13, 7: 0.12, 8: 0.11, 9: 0.08, 10: 0.06}


def shares(script, tag, listed, code, locale):
    """order (1 to 4; 5 for whole words) -> gram -> share."""
    model, rule_of_model = lingua(code)
    if model and rule_of_model != "latin":
        letters = {letter for letter, share in model[0][0].items() if share > 1e-4}
    else:
        letters = None
    allowed = set(ALPHABET.get(tag, "")) if not rule_of_model else set()
    texts, rule = messages(locale)
    source = "cyrillic" if rule else script
    said = collections.Counter(word for text in texts for word in tokens(text, source))
    spoken = collections.Counter()
    for word, count in said.items():
        if letters and not rule and not rule_of_model and not set(word) <= letters | {"'"}:
            continue
        if allowed and not set(word) <= allowed:
            continue
        spoken[spell(rule, word)] += count ** 0.75
    for word, count in wiki(locale, script).items():
        if not allowed or set(word) <= allowed:
            spoken[word] += count ** 0.75
    lines, rule = words_of(listed)
    source = "cyrillic" if rule else script
    unique = {word for line in lines for word in tokens(line, source) if len(word) > 1}
    if letters and (not rule or rule_of_model == rule):
        unique = {word for word in unique if set(word) <= letters | {"'"}}
    if allowed:
        unique = {word for word in unique if set(word) <= allowed}
    vocabulary = collections.Counter()
    if model and rule == rule_of_model:
        for word in sorted(unique):
            vocabulary[spell(rule, word)] += chain(model[0], word) * SHORT.get(len(word), 1.0)
    else:
        per = collections.Counter(len(word) for word in unique)
        for word in sorted(unique):
            vocabulary[spell(rule, word)] += LENGTHS.get(len(word), 0.12 / len(word)) / per[len(word)]
    heard, known = sum(spoken.values()), sum(vocabulary.values())
    # Messages are a register of their own; few of them say little.
    trust = 0.5 * min(1.0, heard / 20000) if known else 1.0
    weights = collections.Counter()
    for word, count in spoken.items():
        weights[word] += trust * count / heard
    for word, count in vocabulary.items():
        weights[word] += (1 - trust) * count / known
    print(f"{tag:8} said {len(said):7} heard {heard:9.0f} listed {len(unique):7} trust {trust:.2f}", file=sys.stderr)
    by_order = {order: collections.defaultdict(float) for order in range(1, 6)}
    for word, weight in weights.items():
        padded = f"_{word}_"
        for order in range(1, 5):
            table = by_order[order]
            for at in range(len(padded) - order + 1):
                gram = padded[at : at + order]
                if gram != "_":
                    table[gram] += weight
        if len(word) > 2:
            by_order[5][padded] += weight
    for order in range(1, 5):
        table = by_order[order]
        total = sum(table.values())
        inside = sum(value for gram, value in table.items() if "_" not in gram) / total
        own = {gram: value / total for gram, value in table.items()}
        if model:
            if rule_of_model:
                fragments = collections.defaultdict(float)
                for gram, share in model[1][min(4, order)].items():
                    put = spell(rule_of_model, gram).lstrip("ٴ")
                    for at in range(len(put) - order + 1):
                        fragments[put[at : at + order]] += share
            else:
                fragments = model[1][order - 1]
            whole = sum(fragments.values())
            for gram in own:
                if "_" not in gram:
                    own[gram] *= 0.4
            for gram, share in fragments.items():
                own[gram] = own.get(gram, 0.0) + 0.6 * inside * share / whole
        by_order[order] = own
    return by_order


def fnv(gram):
    value = 0x811C9DC5
    for letter in gram:
        value = ((value ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    return value ^ (value >> 15)


FLOOR = {1: 2e-5, 2: 6e-6, 3: 3e-6, 4: 2e-6, 5: 3e-6}
LEAST = {1: 1e-5, 2: 1e-5, 3: 1e-5, 4: 1e-5, 5: 2e-5}
STEPS_A_BIT = 24


def main():
    for script in sys.argv[3:] or GROUPS:
        columns = GROUPS[script]
        tables = [shares(script, *column) for column in columns]
        rows = []
        for order in range(1, 6):
            grams = sorted({gram for table in tables for gram, share in table[order].items() if share > LEAST[order]})
            matrix = np.array([[table[order].get(gram, 0.0) for table in tables] for gram in grams])
            matrix = matrix.reshape(len(grams), len(columns)) + FLOOR[order]
            mean = matrix.mean(axis=1, keepdims=True)
            worth = (matrix * np.log2(matrix / mean)).sum(axis=1)
            if order == 1:  # A letter that is not in the table is one that no language here has.
                worth[matrix.max(axis=1) > 1e-4] = 1.0
            cost = np.rint(np.minimum(255, STEPS_A_BIT * np.log2(matrix.max(axis=1, keepdims=True) / matrix))).astype(np.uint8)
            rows += [(worth[at], gram, cost[at]) for at, gram in enumerate(grams)]
        rows.sort(key=lambda row: (-row[0], row[1]))
        kept = {}
        for _, gram, cost in rows:
            if len(kept) < KEPT[script]:
                kept.setdefault(fnv(gram), cost)
        header = (
            "# Costs of n-grams in a language, made by scripts/identify.py: rounded logarithms of frequencies, no text. Sources:\n"
            "# lingua-language-detector 1.4.2 (Apache-2.0), tessdata_fast word lists (Apache-2.0), LibreOffice and Firefox\n"
            "# translations (MPL-2.0), GTK, GLib and iso-codes translations (LGPL-2.1+), MediaWiki translations (GPL-2.0+), CLDR (Unicode-3.0), dictionary-tk (Apache-2.0).\n"
        )
        with open(f"{OUT}/{script}.bin", "wb") as out:
            out.write(header.encode())
            out.write((" ".join(column[0] for column in columns) + "\n").encode())
            keys = sorted(kept)
            out.write(len(keys).to_bytes(4, "little"))
            out.write(np.array(keys, dtype="<u4").tobytes())
            out.write(np.array([kept[key] for key in keys], dtype=np.uint8).tobytes())
        print(script, len(keys), os.path.getsize(f"{OUT}/{script}.bin"), file=sys.stderr)


OFFICE = """af ar be bg ca cs da de es et eu fa fi fr he hi hr hu id in is it ka kk lt lv mk mn nb nl pl pt ro ru sk sl sr sv tg tr
ug uk uz vi xh za zu""".split()


def fetch(where):
    """Brings the sources of the tables, by the registries' own clients."""
    lists = sorted({column[1].split(">")[0] for columns in GROUPS.values() for column in columns if column[1] and column[1] != "tk"})
    debian = ["mediawiki", "tesseract-ocr", "libtesseract5", "liblept5", "libarchive13", "libwebpmux3", "libwebpdemux2"]
    debian += [f"tesseract-ocr-{name.replace('_', '-')}" for name in lists]
    debian += [f"libreoffice-l10n-{name}" for name in OFFICE] + [f"firefox-esr-l10n-{name}" for name in ("az", "tg", "uz", "is", "sq", "tl")]
    for folder in ("deb", "x", "mw", "lingua", "npm", "words"):
        os.makedirs(f"{where}/{folder}", exist_ok=True)
    run = lambda *command, **more: subprocess.run(command, check=True, **more)
    run("apt-get", "download", *debian, cwd=f"{where}/deb")
    for path in sorted(glob.glob(f"{where}/deb/*.deb")):
        run("dpkg-deb", "-x", path, f"{where}/mw" if "/mediawiki" in path else f"{where}/x")
    run("pip", "download", "--no-deps", "-q", "-d", where, "lingua-language-detector==1.4.2")
    for path in glob.glob(f"{where}/lingua_language_detector-*.whl"):
        zipfile.ZipFile(path).extractall(f"{where}/lingua")
    for name in ("dictionary-tk@2.0.2", "cldr-localenames-full@48.2.0", "cldr-dates-full@48.2.0"):
        folder = f"{where}/npm/{name.split('@')[0]}"
        os.makedirs(folder, exist_ok=True)
        run("npm", "pack", "-s", name, cwd=folder)
        for path in glob.glob(f"{folder}/*.tgz"):
            run("tar", "xzf", path, "-C", folder, "--strip-components=1")
    tools = f"{where}/x/usr/bin"
    shared = os.path.dirname(glob.glob(f"{where}/x/usr/lib/*/libtesseract.so.5")[0])
    for name in lists:
        data = glob.glob(f"{where}/x/usr/share/tesseract-ocr/*/tessdata/{name}.traineddata")[0]
        part = f"{where}/words/{name}."
        environment = {**os.environ, "LD_LIBRARY_PATH": shared}
        run(f"{tools}/combine_tessdata", "-u", data, part, env=environment)
        run(f"{tools}/dawg2wordlist", f"{part}lstm-unicharset", f"{part}lstm-word-dawg", f"{part}txt", env=environment)


if sys.argv[1] == "fetch":
    fetch(sys.argv[2])
else:
    main()
