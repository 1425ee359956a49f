#!/usr/bin/env python3
"""Teaches the judge of stories: makes judge.tsv from NTREX-128 (CC BY-SA 4.0).

    judge.py runs  DOCS.jsonl.gz RUNS.jsonl   rows of xl-full and xl-split (id, set, lang, title, text, gold) -> training runs
    cargo run --release -p xtask -- lessons RUNS.jsonl LESSONS.tsv
    judge.py learn LESSONS.tsv FIRST.tsv      needs numpy and lightgbm
    cargo run --release -p xtask -- lessons RUNS.jsonl LESSONS.tsv FIRST.tsv
    judge.py learn LESSONS.tsv judge.tsv

The first lessons go by a rule of thumb, the second by what was learned of them, as the program will: then the steps met are those it
will meet. Nothing depends on the judge.tsv that stands. Lessons of chosen clusters only give figures out of fold: `judge.py learn LESSONS OUT 0/3`
leaves out the clusters of the first of three parts.

Other sets are never taught on; they choose the named thresholds of judge.rs. A run is a stream of its own: whole sets
and a few of their clusters, whole articles, headlines, halves of articles, with and without the encoder, so that the trees
meet what they will meet. Only what is across languages is learned: within one the bar of judge.rs is asked alone."""
import gzip, json, random, re, sys, zlib


def runs(source, target):
    random.seed(5)
    docs = [d for d in map(json.loads, gzip.open(source, 'rt', encoding='utf-8')) if d['set'] in ('xl-full', 'xl-split')]
    full, split = ([d for d in docs if d['set'] == s] for s in ('xl-full', 'xl-split'))
    out = open(target, 'w', encoding='utf-8')

    def put(run, d, end, title, text, plain=False):
        row = dict(id=f"{run}|{d['id']}|{end}", set=run, lang=d['lang'], title=title, text=text, gold=d['gold'], plain=plain)
        out.write(json.dumps(row, ensure_ascii=False) + '\n')

    def each(name, ds, make, sizes):
        golds = sorted({d['gold'] for d in ds})
        for d in ds: make(name + '-all', d)
        for n, (clusters, articles) in enumerate(sizes):
            chosen = set(random.sample(golds, min(clusters, len(golds)))); by = {}
            for d in ds:
                if d['gold'] in chosen: by.setdefault(d['gold'], []).append(d)
            for cluster in by.values():
                random.shuffle(cluster)
                for d in cluster[:articles]: make(f'{name}-{n}', d)

    each('full.whole', full, lambda r, d: put(r, d, 'w', d['title'], d['text']), [(4, 5), (10, 16)])
    each('full.plain', full, lambda r, d: put(r, d, 'p', d['title'], d['text'], True), [(4, 5), (10, 16)])
    each('full.title', full, lambda r, d: put(r, d, 't', d['title'], ''), [(10, 16)])
    each('split.whole', split, lambda r, d: put(r, d, 'w', d['title'], d['text']), [(4, 5), (10, 16)])
    languages = sorted({d['lang'] for d in full})
    for n in range(4):
        chosen = set(random.sample(languages, 4)) if n else {'en', 'ru', 'vi', 'es'}
        for d in full:
            s = [x for x in re.split(r'(?<=[.!?。！？।])\s*', d['text'].replace('\n', ' ')) if x]
            if d['lang'] in chosen and len(s) >= 4:
                h = len(s) // 2
                put(f'halves-{n}', d, '1', d['title'], ' '.join(s[:h])); put(f'halves-{n}', d, '2', s[h], ' '.join(s[h + 1:]))


NEVER_LESS = ('words', 'words_breadth', 'words_contrast', 'title', 'names', 'names_breadth', 'names_contrast', 'meaning', 'meaning_middle', 'meaning_contrast')
NOT_TAUGHT = ('few', 'small', 'covered')  # they tell the sets, and the languages, apart, not the events


def part(gold, parts):
    """An article and its halves are in one part."""
    return zlib.crc32(gold.split(':')[-1].encode()) % parts


def learn(source, target, without=None):
    import numpy as np, lightgbm as lgb
    lines = open(source, encoding='utf-8'); head = next(lines).rstrip('\n').split('\t'); rows = [l.rstrip('\n').split('\t') for l in lines]
    rows = [r for r in rows if float(r[head.index('same_language')]) < .5]
    if without:
        left, parts = map(int, without.split('/'))
        rows = [r for r in rows if left not in (part(r[2], parts), part(r[3], parts))]
    kind = np.array([r[1] + ' ' + r[0].split('-')[0] for r in rows]); way = np.array([r[1] for r in rows]); y = np.array([int(r[4]) for r in rows])
    keep = [i for i, n in enumerate(head[5:]) if n not in NOT_TAUGHT]; names = [head[5:][i] for i in keep]
    x = np.array([[float(r[5 + i]) for i in keep] for r in rows], np.float32)
    w = np.zeros(len(y))
    for k in set(kind):
        # Every kind of run counts the same; of drawn pairs the right ones as much as the wrong.
        parts = [(kind == k) & (y == v) for v in (0, 1)] if k.startswith('drawn') else [kind == k]
        for part in parts: w[part] = 1 / (len(parts) * max(1, part.sum()))
    for v in ('drawn', 'step'): w[way == v] *= (way == 'drawn').sum() / w[way == v].sum()
    settings = dict(objective='binary', num_leaves=8, max_depth=4, learning_rate=.1, min_data_in_leaf=200, feature_fraction=.7, bagging_fraction=.7,
                    bagging_freq=1, lambda_l2=10, verbose=-1, num_threads=1, seed=1, deterministic=True, monotone_constraints_method='advanced',
                    monotone_constraints=[int(n in NEVER_LESS) for n in names])
    model = lgb.train(settings, lgb.Dataset(x, y, weight=w), 80)

    def nodes(n):
        if 'leaf_value' in n: return ['= %.4f' % n['leaf_value']]
        return ['%s %.4f' % (names[n['split_feature']], n['threshold'])] + nodes(n['left_child']) + nodes(n['right_child'])

    with open(target, 'w', encoding='utf-8') as out:
        out.write('# Trees that judge whether two bundles of articles in different languages tell of one event, one a line, nodes in prefix order: trait and the most that goes left, or = and the answer.\n')
        out.write('# Made by judge.py from NTREX-128 (Federmann et al. 2022, CC BY-SA 4.0).\n')
        for tree in model.dump_model()['tree_info']: out.write('\t'.join(nodes(tree['tree_structure'])) + '\n')


if __name__ == '__main__':
    dict(runs=runs, learn=learn)[sys.argv[1]](*sys.argv[2:])
