"""Makes given-names-more.tsv from the first names of Faker (PyPI, MIT), all locales in Latin or Cyrillic letters.

Names that are places, countries, titles or words of not-given-names.txt are left out, and so are
names that a list of plain words holds.
Usage: make_given_names.py FAKER_FOLDER PLAIN_WORDS
"""
import importlib, os, pkgutil, re, sys
sys.path.insert(0, sys.argv[1])
here = os.path.dirname(os.path.abspath(__file__))
def read(name): return [l.rstrip("\n") for l in open(os.path.join(here, name), encoding="utf-8") if l.strip() and not l.startswith("#")]
drop = {l.strip() for l in read("not-given-names.txt")} | set(read("places.tsv"))
for line in read("countries.tsv"):
    fields = line.split("\t")
    drop |= {fields[0], *fields[1].split("|"), *fields[2].split("|")}
for line in read("titles.tsv"): drop |= {w.capitalize() for w in line.split("\t")[-1].split()}
known = {w for f in ("given-names.tsv",) for line in read(f) for w in line.split("\t")[1].split()}
plain = {l.strip() for l in open(sys.argv[2], encoding="utf-8")}
skip = {"vi_VN", "zh_CN", "zh_TW", "th_TH", "ja_JP", "ko_KR", "ar_AA", "fa_IR", "he_IL", "el_GR", "hy_AM", "ka_GE", "bn_BD", "ne_NP", "ta_IN", "or_IN", "hi_IN", "la"}
names = {}
import faker.providers.person as person
for module in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
    if module in skip: continue
    provider = importlib.import_module(f"faker.providers.person.{module}").Provider
    for sex, code in (("female", "f"), ("male", "m")):
        for name in getattr(provider, f"first_names_{sex}", ()):
            if re.fullmatch(r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ][a-zà-öø-ÿā-žа-яёіїєґәғқңөұүһ’]{2,}", name):
                names.setdefault(name, set()).add(code)
names = {n: s for n, s in names.items() if n not in drop | known and n.lower() not in plain}
with open(os.path.join(here, "given-names-more.tsv"), "w", encoding="utf-8") as out:
    out.write("# f, m or either TAB given names; made by make_given_names.py from Faker (MIT).\n")
    for label, want in (("f", {"f"}), ("m", {"m"}), ("either", {"f", "m"})):
        out.write(label + "\t" + " ".join(sorted(n for n, s in names.items() if s == want)) + "\n")
