import type { Deed } from './deeds.js';

/** A row of the book. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly column: string;
  readonly amount: number;
}

interface Change {
  readonly id: string;
  readonly from: Item | null;
  readonly to: Item | null;
}

type Items = Readonly<Record<string, Item>>;
type Stacks = Readonly<Record<string, ReadonlyArray<readonly Change[]>>>;

/** What the book is said to be: the rows, and what each actor could undo and redo. */
export interface Model {
  readonly items: Items;
  readonly undo: Stacks;
  readonly redo: Stacks;
}

/** How a deed ended: `ok`, or the code of the problem. */
export interface Outcome {
  readonly model: Model;
  readonly answer: string;
}

export const EMPTY: Model = { items: {}, undo: {}, redo: {} };

export const newItem = (id: string, name: string): Item => ({ id, name, text: '', column: 'new', amount: 100 });

/** What a deed does to the book, by the laws of the store. */
export function foretell(model: Model, actor: string, deed: Deed): Outcome {
  switch (deed.do) {
    case 'create':
      return model.items[deed.id]
        ? { model, answer: 'test/is-there' }
        : commit(model, actor, [{ id: deed.id, from: null, to: newItem(deed.id, deed.name) }]);
    case 'edit':
      return change(model, actor, [deed.id], (item) => ({ ...item, [deed.field]: deed.value }));
    case 'move':
      return change(model, actor, [deed.id], (item) => ({ ...item, column: deed.column }));
    case 'transfer':
      return change(model, actor, deed.from === deed.to ? [deed.from] : [deed.from, deed.to], (item) => ({
        ...item,
        amount: item.amount + (item.id === deed.to ? deed.amount : 0) - (item.id === deed.from ? deed.amount : 0),
      }));
    case 'remove':
      return change(model, actor, [deed.id], () => null);
    case 'erase':
      return model.items[deed.id]
        ? { model: erased(model, deed.id), answer: 'ok' }
        : { model, answer: 'store/not-found' };
    case 'undo':
    case 'redo':
      return walk(model, actor, deed.do);
  }
}

function change(model: Model, actor: string, ids: readonly string[], next: (item: Item) => Item | null): Outcome {
  const items = ids.map((id) => model.items[id]);
  if (items.some((item) => item === undefined)) return { model, answer: 'store/not-found' };
  return commit(
    model,
    actor,
    items.flatMap((item) => (item ? [{ id: item.id, from: item, to: next(item) }] : [])),
  );
}

function commit(model: Model, actor: string, changes: readonly Change[]): Outcome {
  const undo = { ...model.undo, [actor]: [...(model.undo[actor] ?? []), changes] };
  const redo = { ...model.redo, [actor]: [] };
  return { model: { items: applied(model.items, changes), undo, redo }, answer: 'ok' };
}

function applied(items: Items, changes: readonly Change[]): Items {
  const next: Record<string, Item> = { ...items };
  for (const { id, to } of changes)
    if (to === null) delete next[id];
    else next[id] = to;
  return next;
}

/** An erased row is gone from everybody's history, with the steps it was in. */
export function erased({ items, undo, redo }: Model, id: string): Model {
  const without = (stacks: Stacks): Stacks =>
    Object.fromEntries(
      Object.entries(stacks).map(([actor, steps]) => [
        actor,
        steps.filter((changes) => changes.every((each) => each.id !== id)),
      ]),
    );
  return { items: applied(items, [{ id, from: null, to: null }]), undo: without(undo), redo: without(redo) };
}

function walk(model: Model, actor: string, direction: 'undo' | 'redo'): Outcome {
  const back = direction === 'undo' ? 'redo' : 'undo';
  const steps = model[direction][actor] ?? [];
  const last = steps.at(-1);
  if (last === undefined) return { model, answer: `store/nothing-to-${direction}` };
  const left = { ...model, [direction]: { ...model[direction], [actor]: steps.slice(0, -1) } };
  const changes = direction === 'undo' ? last.map(({ id, from, to }) => ({ id, from: to, to: from })) : last;
  const isAsLeft = changes.every(({ id, from }) => sameItem(model.items[id] ?? null, from));
  if (!isAsLeft) return { model: left, answer: 'store/changed-since' };
  const items = applied(model.items, changes);
  return {
    model: { ...left, items, [back]: { ...model[back], [actor]: [...(model[back][actor] ?? []), last] } },
    answer: 'ok',
  };
}

const FIELDS = ['id', 'name', 'text', 'column', 'amount'] as const;

/** Whether two rows hold the same. */
const sameItem = (left: Item | null, right: Item | null): boolean =>
  left === null || right === null ? left === right : FIELDS.every((field) => left[field] === right[field]);

/** The rows as one text, to compare and to show. */
export const textOf = (items: Items): string =>
  Object.keys(items)
    .sort()
    .map((id) => FIELDS.map((field) => items[id]?.[field]).join('|'))
    .join('\n');
