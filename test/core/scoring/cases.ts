import type { Example } from '@kith/core/scoring';

/** Numbers in [0, 1) that are the same for the same seed. */
export function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A lead whose chance to be won is known, with the dirt that real ones have. */
export interface KnownLead extends Example {
  readonly truth: number;
}

const SOURCES = ['Web', 'Fair', 'Referral', 'Cold call'] as const;
const SOURCE_EFFECT = { Web: 0, Fair: 0.4, Referral: 1.2, 'Cold call': -0.9 } as const;

/**
 * Leads whose log-odds are −1 + source + 0.8 · standardised visits (1.5 where the budget is missing), with a numeric text,
 * a name that nobody shares, a constant, a level that is rare, and a column that repeats another.
 */
export function knownLeads(count: number, seed: number): readonly KnownLead[] {
  const next = drawsFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Array.from({ length: count }, (_, index): KnownLead => {
    const source = SOURCES[Math.floor(next() * SOURCES.length)] ?? 'Web';
    const visits = Math.round(Math.exp(1.5 + 0.8 * normal()));
    const hasBudget = next() < 0.7;
    const wished = new Date(Date.UTC(2026, 0, 1 + Math.floor(next() * 300))).toISOString().slice(0, 10);
    const logOdds = -1 + SOURCE_EFFECT[source] + 0.8 * ((Math.log(visits + 0.5) - 1.5) / 0.8) + (hasBudget ? 0 : 1.5);
    const truth = 1 / (1 + Math.exp(-logOdds));
    const row = {
      source,
      visits: String(visits),
      visitsAgain: visits,
      ...(hasBudget && { budget: Math.round(1000 * next()) }),
      country: next() < 0.004 ? 'Liechtenstein' : 'Austria',
      name: `Lead ${index}`,
      newsletter: 'No',
      wished,
      tags: next() < 0.3 ? ['vip', 'vip', 'fair'] : [],
      phone: next() < 0.5 ? '  ' : '0660',
    };
    return { row, won: next() < truth, truth };
  });
}

/** The paths of all fields of known leads. */
export const KNOWN_FIELDS = [
  'source',
  'visits',
  'visitsAgain',
  'budget',
  'country',
  'name',
  'newsletter',
  'wished',
  'tags',
  'phone',
  '__proto__',
  'constructor',
];
