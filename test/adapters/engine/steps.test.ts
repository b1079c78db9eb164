import { describe, expect, it } from 'vitest';
import {
  type Collection,
  createCollection,
  prepare,
  setVersion,
} from '../../../packages/adapters/src/engine/collection.js';
import { snapshotOf } from '../../../packages/adapters/src/engine/columns/snapshot.js';
import { catchUp, createTextIndex } from '../../../packages/adapters/src/engine/search/text-index.js';
import { contentVersion } from '../../../packages/adapters/src/engine/version.js';

// A page stays alive when long work comes in short steps; how many rows one step looks at does not depend on the machine.

const SIZE = 5_000;
let touched = 0;

function filled(): Collection {
  const collection = createCollection(
    'items',
    { indexes: [['name']], search: [{ path: 'name' }, { path: 'city' }] },
    true,
  );
  for (let index = 0; index < SIZE; index++) {
    const content = {
      name: `Name ${index} of ${index % 977}`,
      city: `City ${index % 40}`,
      score: index % 500,
      tags: ['a', `t${index % 20}`],
    };
    const version = contentVersion('items', `row-${(index * 7919) % SIZE}`, 1, '000000000001', content, undefined);
    const row = {
      ...version.row,
      get data() {
        touched++;
        return content;
      },
    };
    setVersion(collection, { ...version, row });
  }
  return collection;
}

/** The most rows that one step looks at, and how many steps there are. */
function measure(steps: Generator<void, unknown, undefined>): { readonly most: number; readonly steps: number } {
  let most = 0;
  for (let count = 0; ; count++) {
    touched = 0;
    const { done } = steps.next();
    most = Math.max(most, touched);
    if (done === true) return { most, steps: count };
  }
}

describe('long work', () => {
  it('on columns looks at some hundred rows in one step', () => {
    const { most, steps } = measure(prepare(filled(), { columns: ['name', 'city', 'score', 'tags'], byId: true }));
    // A sample decides the kind of a column, in the step that begins it.
    expect(most).toBeLessThanOrEqual(512 + 1024);
    expect(steps).toBeGreaterThan((SIZE * 5) / 512);
  });

  it('on a snapshot looks at no row once its columns are there', () => {
    const collection = filled();
    measure(snapshotOf(collection, () => 0));
    expect(measure(snapshotOf(collection, () => 0)).most).toBe(0);
  });

  it('on an index for searches lists some rows in one step', () => {
    const collection = filled();
    const index = createTextIndex(collection);
    // Each row is looked at once for each of two paths, to see whether it is Chinese and to list it.
    expect(measure(catchUp(index, collection)).most).toBeLessThanOrEqual(32 * 4);
    expect(index.changed.size).toBe(0);
    expect(measure(catchUp(index, collection))).toEqual({ most: 0, steps: 0 });
  });
});
