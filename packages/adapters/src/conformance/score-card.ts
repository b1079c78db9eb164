/** How a case ended. */
export type Outcome = 'passed' | 'failed' | 'not applicable';

/** One line of a score card. */
export interface Score {
  readonly chapter: string;
  /** Begins with the promise that the case checks. */
  readonly title: string;
  readonly outcome: Outcome;
  /** Why it failed, or why it does not apply. */
  readonly reason?: string;
}

/** What an adapter was found to keep of its promises: as data, as a table to print, as Markdown to publish. */
export interface ScoreCard {
  readonly adapter: string;
  readonly seed: number;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  /** Of each promise, how many cases ended how. */
  readonly byPromise: Readonly<Record<string, Readonly<Record<Outcome, number>>>>;
  /** Of each chapter, how many cases ended how. */
  readonly byChapter: Readonly<Record<string, Readonly<Record<Outcome, number>>>>;
  /** Why cases do not apply, and how many for each reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** The titles of what failed, with why. */
  readonly failures: readonly string[];
  /** Every case. */
  readonly scores: readonly Score[];
  /** The card as a table to print. */
  toString(): string;
  /** The card as a table for a page; it is the same for every seed. */
  toMarkdown(): string;
}

/** A score card while cases run. */
export interface ScoreKeeper {
  note(score: Score): void;
  card(): ScoreCard;
}

/** Begins a score card. */
export function createScoreKeeper(adapter: string, seed: number): ScoreKeeper {
  const scores: Score[] = [];
  return {
    note(score) {
      scores.push(score);
    },
    card() {
      const totals = countOutcomes(scores);
      const byPromise = groupBy(scores, ({ title }) => title.split(' ')[0] ?? '');
      return {
        adapter,
        seed,
        passed: totals.passed,
        failed: totals.failed,
        notApplicable: totals['not applicable'],
        byPromise,
        byChapter: groupBy(scores, ({ chapter }) => chapter),
        reasons: countReasons(scores),
        failures: scores.flatMap(({ title, outcome, reason = '' }) =>
          outcome === 'failed' ? [`${title}: ${reason}`] : [],
        ),
        scores: [...scores],
        toString: () => printed(`Conformance of ${adapter}, seed ${seed}`, linesOf(byPromise, totals)),
        toMarkdown: () => markdown(linesOf(byPromise, totals), countReasons(scores)),
      };
    },
  };
}

type Counts = Readonly<Record<Outcome, number>>;
type Line = readonly [name: string, counts: Counts];

function countOutcomes(scores: readonly Score[]): Counts {
  const counts: Record<Outcome, number> = { passed: 0, failed: 0, 'not applicable': 0 };
  for (const { outcome } of scores) counts[outcome]++;
  return counts;
}

function groupBy(scores: readonly Score[], nameOf: (score: Score) => string): Record<string, Counts> {
  const names = [...new Set(scores.map(nameOf))];
  return Object.fromEntries(
    names.map((name) => [name, countOutcomes(scores.filter((score) => nameOf(score) === name))]),
  );
}

function countReasons(scores: readonly Score[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, reason } of scores)
    if (outcome === 'not applicable' && reason !== undefined) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

const linesOf = (byPromise: Readonly<Record<string, Counts>>, totals: Counts): readonly Line[] => [
  ...Object.entries(byPromise).sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1))),
  ['all', totals],
];

function printed(title: string, lines: readonly Line[]): string {
  const rows = lines.map(
    ([name, { passed, failed, 'not applicable': none }]) =>
      `${name.padEnd(8)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(none).padStart(16)}`,
  );
  return [title, 'promise   passed  failed  not applicable', ...rows].join('\n');
}

function markdown(lines: readonly Line[], reasons: Readonly<Record<string, number>>): string {
  const table = [
    '| promise | passed | failed | not applicable |',
    '|---|--:|--:|--:|',
    ...lines.map(([name, counts]) => `| ${name} | ${counts.passed} | ${counts.failed} | ${counts['not applicable']} |`),
  ];
  const why = Object.entries(reasons).map(([reason, count]) => `- ${count}: ${reason}`);
  return [...table, ...(why.length > 0 ? ['', 'Not applicable, because', '', ...why] : [])].join('\n');
}
