"""The peers that read web archives, run as a child of the benchmark of reading them.

Reads lines of JSON from standard input and answers each with one line: first null, answered with the names of the peers that are
installed; then {"peer": …, "path": …}, answered with the processor time of reading the file, in seconds, and with how many pages
it gave and of how many bytes.
"""

import json
import sys
import time
from importlib.metadata import version


def with_warcio():
    from warcio.archiveiterator import ArchiveIterator

    def pages(stream):
        for record in ArchiveIterator(stream):
            if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                yield record.content_stream().read()

    return f"warcio {version('warcio')}", pages


def with_fastwarc():
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    def pages(stream):
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"):
            if record.http_headers.status_code == 200:
                yield record.reader.read()

    return f"FastWARC {version('fastwarc')}", pages


def found():
    peers = {}
    for peer in (with_warcio, with_fastwarc):
        try:
            name, pages = peer()
            peers[name] = pages
        except ImportError as missing:
            print(f"left out: {missing}", file=sys.stderr)
    return peers


def main():
    peers = found()
    for line in sys.stdin:
        asked = json.loads(line)
        if asked is None:
            answer = list(peers)
        else:
            start = time.process_time()
            count = size = 0
            with open(asked["path"], "rb") as stream:
                for page in peers[asked["peer"]](stream):
                    count += 1
                    size += len(page)
            answer = {"seconds": time.process_time() - start, "pages": count, "bytes": size}
        print(json.dumps(answer), flush=True)


main()
