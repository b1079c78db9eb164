/** A colour that is read, and the grounds it stands on. */
export interface Pair {
  readonly ink: string;
  /** Names of tokens; `hover over surface` is a wash on a ground. */
  readonly on: readonly string[];
  /** The contrast it keeps: 7 is AAA for text, 4.5 AA, 3 for what is not text; 1 where WCAG asks for none. */
  readonly least: 7 | 4.5 | 3 | 1;
}

/** What is asked for where people asked for more contrast: AAA for all text. */
export const leastWithMore = (least: Pair['least']): number => (least === 4.5 ? 7 : least);

const SURFACES = ['surface', 'surface-raised', 'surface-overlay', 'surface-sunken'];
const STATUSES = ['positive', 'warning', 'negative', 'info'];
const CATEGORIES = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `cat-${number}`);
const washed = (grounds: readonly string[]): string[] =>
  grounds.flatMap((ground) => [`hover over ${ground}`, `pressed over ${ground}`]);
const subtle = STATUSES.map((status) => `${status}-subtle`);

/**
 * Which colour stands on which: every pair that a style of an element sets, and those that come of one thing lying on
 * another. A test compares it with the styles, another with what a browser draws, a third works out the contrasts.
 */
export const pairs: readonly Pair[] = [
  // Body text
  { ink: 'text', on: [...SURFACES, ...washed(SURFACES), 'accent-subtle', ...subtle], least: 7 },
  { ink: 'text-muted', on: [...SURFACES, 'accent-subtle'], least: 7 },
  // Support and metadata
  { ink: 'text-muted', on: [...washed(SURFACES), 'hover over accent-subtle', ...subtle], least: 4.5 },
  {
    ink: 'text-subtle',
    on: [...SURFACES, ...SURFACES.map((ground) => `hover over ${ground}`), 'accent-subtle'],
    least: 4.5,
  },
  { ink: 'text-inverse', on: ['surface-inverse'], least: 7 },
  { ink: 'text-disabled', on: [...SURFACES, 'accent-subtle'], least: 1 },
  // What can be done, and what was chosen
  {
    ink: 'accent-text',
    on: [...SURFACES, ...SURFACES.map((ground) => `hover over ${ground}`), 'accent-subtle', ...subtle],
    least: 4.5,
  },
  { ink: 'on-accent', on: ['accent', 'accent-hover', 'negative'], least: 4.5 },
  // How it stands
  ...STATUSES.flatMap((status): Pair[] => [
    {
      ink: `${status}-text`,
      on: [...SURFACES, ...SURFACES.map((ground) => `hover over ${ground}`), `${status}-subtle`, 'accent-subtle'],
      least: 4.5,
    },
    { ink: `${status}-fill`, on: ['surface', 'surface-raised', 'surface-overlay', `${status}-subtle`], least: 3 },
  ]),
  // What it is
  ...CATEGORIES.flatMap((category): Pair[] => [
    { ink: `${category}-text`, on: [`${category}-subtle`], least: 4.5 },
    { ink: category, on: ['surface', 'surface-raised'], least: 3 },
  ]),
  { ink: 'seq-text-low', on: ['seq-0', 'seq-1', 'seq-2', 'seq-3', 'seq-4'], least: 4.5 },
  { ink: 'seq-text-high', on: ['seq-5', 'seq-6', 'seq-7'], least: 4.5 },
  // Lines that mean something
  { ink: 'border-control', on: SURFACES, least: 3 },
  { ink: 'focus', on: [...SURFACES, 'accent-subtle'], least: 3 },
  { ink: 'accent', on: [...SURFACES, 'accent-subtle'], least: 3 },
];
