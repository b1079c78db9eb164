import type { Result } from '@kith/core';
import type { Store } from '@kith/store';

/** Chance that is the same in every run. */
export function steadyRandom(): () => number {
  let seed = 7;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

/** What a command of a book answered; a book that cannot be written is a mistake in the book. */
export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
};

/** Writes a row as it is, past what commands make of rows, and out of undo. */
export async function put(store: Store, collection: { readonly name: string }, row: object): Promise<void> {
  valueOf(
    await store.run({
      type: 'book/put',
      input: row,
      history: 'none',
      carryOut: async (work) => work.put(collection as never, row as never),
    }),
  );
}
