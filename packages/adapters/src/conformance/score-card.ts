/** How a case ended. */
export type Outcome = 'passed' | 'failed' | 'not applicable';

/** What an adapter was found to keep of its promises. */
export interface ScoreCard {
  readonly adapter: string;
  readonly seed: number;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  /** Of each promise, how many cases ended how. */
  readonly byPromise: Readonly<Record<string, Readonly<Record<Outcome, number>>>>;
  /** The titles of what failed, with why. */
  readonly failures: readonly string[];
  /** The card as a table to print. */
  toString(): string;
}

/** A score card while cases run. */
export interface ScoreKeeper {
  note(title: string, outcome: Outcome, reason?: string): void;
  card(): ScoreCard;
}

/** Begins a score card. */
export function createScoreKeeper(adapter: string, seed: number): ScoreKeeper {
  const byPromise: Record<string, Record<Outcome, number>> = {};
  const totals: Record<Outcome, number> = { passed: 0, failed: 0, 'not applicable': 0 };
  const failures: string[] = [];
  return {
    note(title, outcome, reason) {
      const promise = title.split(' ')[0] ?? '';
      byPromise[promise] ??= { passed: 0, failed: 0, 'not applicable': 0 };
      byPromise[promise][outcome]++;
      totals[outcome]++;
      if (outcome === 'failed') failures.push(`${title}: ${reason ?? ''}`);
    },
    card: () => ({
      adapter,
      seed,
      passed: totals.passed,
      failed: totals.failed,
      notApplicable: totals['not applicable'],
      byPromise,
      failures,
      toString: () => table(adapter, seed, byPromise, totals),
    }),
  };
}

function table(
  adapter: string,
  seed: number,
  byPromise: Readonly<Record<string, Record<Outcome, number>>>,
  totals: Record<Outcome, number>,
): string {
  const line = (name: string, { passed, failed, 'not applicable': none }: Record<Outcome, number>) =>
    `${name.padEnd(8)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(none).padStart(16)}`;
  const promises = Object.keys(byPromise).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  return [
    `Conformance of ${adapter}, seed ${seed}`,
    'promise   passed  failed  not applicable',
    ...promises.map((promise) => line(promise, byPromise[promise] ?? totals)),
    line('all', totals),
  ].join('\n');
}
