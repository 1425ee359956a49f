"""The peers written in Python, run as a child of the benchmark.

Reads lines of JSON from standard input and answers each with one line:
first the list of all pages, answered with {peer: version or {"missing": why}};
then {"peer": name, "places": [place, ...]}, answered with
{"seconds": [processor time a page], "texts": [text or null]}.
"""

import json
import logging
import sys
import time
import warnings
from importlib.metadata import version


def trafilatura():
    from trafilatura import bare_extraction

    def read(html):
        found = bare_extraction(html, with_metadata=True, include_comments=False)
        return found.text if found else None

    return read


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text

    def read(html):
        return extract_plain_text(html, main_content=True, alt_texts=False, list_bullets=False)

    return read


PEERS = {"trafilatura": trafilatura, "resiliparse": resiliparse}


def readers():
    """The peers that are installed, and what to say of each."""
    found, said = {}, {}
    for name, make in PEERS.items():
        try:
            found[name] = make()
            said[name] = version(name)
        except ImportError as error:
            said[name] = {"missing": str(error)}
    return found, said


def timed(read, html):
    start = time.process_time()
    try:
        text = read(html)
    except Exception:  # whatever a peer raises, it failed on this page only
        text = None
    return time.process_time() - start, text


def main():
    answers, sys.stdout = sys.stdout, sys.stderr  # a library that prints must not break the answers
    logging.disable()
    warnings.simplefilter("ignore")
    pages = json.loads(sys.stdin.readline())
    found, said = readers()
    print(json.dumps(said), file=answers, flush=True)
    for line in sys.stdin:
        wanted = json.loads(line)
        rows = [timed(found[wanted["peer"]], pages[place]) for place in wanted["places"]]
        answer = {"seconds": [took for took, _ in rows], "texts": [text for _, text in rows]}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
