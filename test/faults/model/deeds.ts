/** What a person does in a tab. */
export type Deed =
  | { readonly do: 'create'; readonly id: string; readonly name: string }
  | { readonly do: 'edit'; readonly id: string; readonly field: 'name' | 'text'; readonly value: string }
  | { readonly do: 'move'; readonly id: string; readonly column: string }
  | { readonly do: 'transfer'; readonly from: string; readonly to: string; readonly amount: number }
  | { readonly do: 'remove' | 'erase'; readonly id: string }
  | { readonly do: 'undo' | 'redo' };

/** What goes wrong with the storage meanwhile: so many calls that write fail, from the one with this number on. */
export interface Mishap {
  readonly kind: 'throws' | 'aborts' | 'quota';
  readonly at: number;
  readonly times: number;
}

/** One step of a history. */
export type Step =
  /** Deeds of different tabs, all at once. */
  | {
      readonly is: 'deeds';
      readonly deeds: ReadonlyArray<{ readonly tab: number; readonly deed: Deed }>;
      readonly mishap?: Mishap;
    }
  | { readonly is: 'reopen' | 'sleep' | 'wake'; readonly tab: number };

export const TABS = 3;
const IDS = ['ash', 'birch', 'cedar', 'elm'];
const COLUMNS = ['new', 'won', 'lost'];

/** Numbers that look random, the same for the same seed (Park and Miller, 1988). */
export function randomFrom(seed: number): (below: number) => number {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  // Seeds that follow each other begin alike.
  for (let turn = 0; turn < 4; turn++) next();
  return (below) => next() % below;
}

/** A made-up history: short, with few rows, so that tabs get in each other's way. */
export function madeUpHistory(seed: number): readonly Step[] {
  const below = randomFrom(seed);
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  let written = 0;

  function madeUpDeed(): Deed {
    const lot = below(100);
    const id = one(IDS);
    written++;
    if (lot < 22) return { do: 'create', id, name: `name ${written}` };
    if (lot < 45) return { do: 'edit', id, field: one(['name', 'text'] as const), value: `value ${written}` };
    if (lot < 57) return { do: 'move', id, column: one(COLUMNS) };
    if (lot < 69) return { do: 'transfer', from: id, to: one(IDS), amount: 1 + below(9) };
    if (lot < 75) return { do: 'remove', id };
    if (lot < 79) return { do: 'erase', id };
    return { do: lot < 93 ? 'undo' : 'redo' };
  }

  function madeUpMishap(): { readonly mishap?: Mishap } {
    if (below(8) > 0) return {};
    return { mishap: { kind: one(['throws', 'aborts', 'quota'] as const), at: below(4), times: 1 + below(3) } };
  }

  return Array.from({ length: 10 + below(5) }, (): Step => {
    const lot = below(20);
    const tab = below(TABS);
    if (lot === 0) return { is: 'reopen', tab };
    if (lot === 1) return { is: 'sleep', tab };
    if (lot === 2) return { is: 'wake', tab };
    const together = one([1, 1, 2, 3]);
    const deeds = Array.from({ length: together }, (_, step) => ({ tab: (tab + step) % TABS, deed: madeUpDeed() }));
    return { is: 'deeds', deeds, ...madeUpMishap() };
  });
}
