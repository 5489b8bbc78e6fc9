"""Room: the Indonesian search: what can be found, the index that is built of it, and the scripts that ask it.

In the order of the work: `entry` and `entries` (what can be found) → `words` and `stemmer` (text to terms) → `synonyms`
→ `ranking` (terms to weights) → `shards` (weights to small files) and `filters` → `index` (all of it, as files below one folder);
`script/` is what runs in the reader's browser.
"""
