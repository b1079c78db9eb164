// The words of docs/performance.md that do not come out of figures.

export const ABOUT = {
  head: `Kith is measured beside others in one run, and what counts is the **ratio** of the two: absolute times depend on the machine and on what else
it does. This page is written by \`node test/bench/run.mjs performance\` from the figures in
[test/bench/results/performance](../test/bench/results/performance); a test fails when the two do not fit.

- **CPU time of the whole browser**: all threads of all its processes, from the moment of asking until it has come to rest. What somebody leaves to be done in
  the background within 2.5 seconds is counted; what other programs do on the machine is not. In Node, that of the process.
- **In turns**: each has a page (or process) of its own, in one browser. Round by round each has its turn, and who goes first changes. A cell tells the median of the rounds'
  ratios, with the least and the greatest in brackets. Below 1.5 × is noise unless it comes back.
- **The same answers**: all are asked the same questions about the same rows, and the run fails when they do not agree. Questions change from turn to turn, so that
  nobody answers from a cache of answers.
- **Written is stored**: a write has happened when its promise resolves and the rows are in IndexedDB, for everybody.

✓ met, ✗ missed; where no limit stands beside a ratio, the target is to be ahead.`,
  storage: `100,000 contacts of 23 fields, two of them nested, with indexes for equality (e-mail, city, company, tags) and for a page in order (stage and date of change).

- **Kith**: \`dexieAdapter\`, asked at the storage port; the two lines with a live query go through a store, with its commands, schema and undo.
- **raw Dexie**: each row a record, the same five indexes; a live query is a \`liveQuery\`.
- **RxDB**: on its own Dexie storage, the one without a fee. It has no index over the items of an array, so it keeps four.
- **TinyBase**: store, indexes and the IndexedDB persister. It saves a table as one piece: that is what an update costs.

A cold start is a new browser process with the profile that was left: the database is opened and the first page is answered. The script has been loaded before.`,
  segment: `\`stage in (2) and score ≥ n and not do-not-email and (country in (6) or tier = t) and changed since and without a tag and size > n\`: in Kith, a filter of the
port as plain JSON, counted. The fused loop is written by hand over typed arrays and knows these eight conditions, these columns and nothing else: it is the limit. The loop over
objects is what one would write by hand over the rows as they are.`,
  'segment-million': undefined,
  search: `100,000 people with name, company, title, city and e-mail address; a name weighs three times a title. Every word has to be found, each also as the beginning of a word. Kith
takes the rows in as well, and answers with them; MiniSearch keeps ids.`,
  growth: `The same questions with more rows, all sizes in turns in one run. With the power 0 a cost does not depend on the number of rows, with 1 it doubles with them.

![CPU time by number of rows](images/growth.svg)`,
  'growth-million': `The memory adapter, with the same engine and a store over it.`,
  foot: `## To measure again

    node test/bench/run.mjs performance                    all of it, about half an hour
    node test/bench/run.mjs performance segment search     some parts; the others' figures stay
    node test/bench/run.mjs performance storage rounds=1   a quick look, which is not kept

Times depend on the load of a machine, so no test asserts them. What does not depend on it is asserted in every run of the tests: requests to IndexedDB and bytes of a batch, rows that an
update touches, and live queries that a write evaluates ([test/bench/counters.test.ts](../test/bench/counters.test.ts)).`,
};
