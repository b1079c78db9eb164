import type { FieldDefinition } from '@kith/core/fields';
import type { Command, Store } from '@kith/store';
import * as fields from '@kith/store/fields';

/** A change of definitions: what it does, what it is called, and the way back from it. */
export interface DefinitionChange {
  readonly command: Command<unknown>;
  readonly back: Command<unknown>;
  /** What was done, such as "Budget was moved". */
  readonly text: string;
  /** The part of the text that names something of the reader's. */
  readonly name: string;
  /** There is no way back, because something else goes with it. */
  readonly isFinal?: boolean;
}

type Words = Pick<DefinitionChange, 'text' | 'name' | 'isFinal'>;

/** Defines a field anew; the way back is the definition there was, or none. */
export const redefinition = (
  before: FieldDefinition | undefined,
  after: FieldDefinition,
  words: Words,
): DefinitionChange => ({
  command: fields.define(after, { seen: before ?? null }),
  back: before ? fields.define(before, { seen: after }) : fields.remove(after),
  ...words,
});

/** Takes a definition away; its values stay, and are there again when it is. */
export const removal = (before: FieldDefinition, words: Words): DefinitionChange => ({
  command: fields.remove(before),
  back: fields.define(before, { seen: null }),
  ...words,
});

/** Puts a field at another place among those of its kind. */
export function placement(
  { on, name }: Pick<FieldDefinition, 'on' | 'name'>,
  names: readonly string[],
  to: number,
  words: Words,
): DefinitionChange {
  const others = names.filter((each) => each !== name);
  return {
    command: fields.place({ on, name, before: others[to] }),
    back: fields.place({ on, name, before: names[names.indexOf(name) + 1] }),
    ...words,
  };
}

/** Whether whoever acts may change definitions at all: asked of a field that nobody has, and nothing is changed. */
export async function mayDefine(store: Store, on: string): Promise<boolean> {
  const probe: FieldDefinition = { on, name: 'kithMayDefine', type: 'text', labels: { en: 'May define' } };
  const asked = await store.can(fields.define(probe)).catch(() => undefined);
  return asked?.ok !== false || !asked.problem.code.startsWith('permissions/');
}

/** Has rows follow their definitions, and answers what does not fit. */
export const bringRows = async (store: Store, on: string): Promise<readonly fields.FieldFinding[]> =>
  (await fields.bringUpToDate(store, { kinds: [on] })).findings;
