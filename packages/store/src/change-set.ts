/** One row's step: how it was and how it is now. null is "not there". */
export interface Change<Entity = unknown> {
  readonly collection: string;
  readonly id: string;
  readonly from: Entity | null;
  readonly to: Entity | null;
}

/** All steps of one commit. A command makes it, the adapter commits it, live queries test themselves against it, undo reads it backwards. */
export type ChangeSet = readonly Change[];

/** The change set that takes another one back. */
export const reverse = (changes: ChangeSet): ChangeSet =>
  changes.map(({ collection, id, from, to }) => ({ collection, id, from: to, to: from })).reverse();
