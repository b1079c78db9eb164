import type { Id, Pipeline } from '@kith/core';

/** What of a pipeline is edited: its name and its stages. */
export type Definition = Pick<Pipeline, 'name' | 'stages'>;

/** A definition that is being edited, with where the deals of the stages go that it does without. */
export interface PipelineDraft extends Definition {
  readonly targets: Readonly<Record<Id<'stage'>, Id<'stage'>>>;
}

/** Drafts one after the other, with the way back and forth. */
export interface DraftHistory {
  readonly now: PipelineDraft;
  readonly before: readonly PipelineDraft[];
  readonly after: readonly PipelineDraft[];
  /** What was typed into last: one word is one step, however many keys it took. */
  readonly typing?: string | undefined;
}

/** As many steps are kept. */
const STEPS = 200;

/** The history of a pipeline that is not edited yet. */
export const begun = ({ name, stages }: Definition): DraftHistory => ({
  now: { name, stages, targets: {} },
  before: [],
  after: [],
});

/** One step on. `typing` names what is typed into: keys one after the other in one place are one step. */
export function stepped(
  { now, before, typing: last }: DraftHistory,
  next: PipelineDraft,
  typing?: string,
): DraftHistory {
  const isSame = typing !== undefined && typing === last && before.length > 0;
  return { now: next, before: isSame ? before : [...before, now].slice(-STEPS), after: [], typing };
}

/** One step back; the same history where there is none. */
export function steppedBack(history: DraftHistory): DraftHistory {
  const { now, before, after } = history;
  const last = before.at(-1);
  return last ? { now: last, before: before.slice(0, -1), after: [now, ...after] } : history;
}

/** One step forward again. */
export function steppedOn(history: DraftHistory): DraftHistory {
  const { now, before, after } = history;
  const [next, ...rest] = after;
  return next ? { now: next, before: [...before, now], after: rest } : history;
}

/** Whether two definitions say the same. */
export const isSameDefinition = (one: Definition, other: Definition): boolean =>
  JSON.stringify([one.name, one.stages]) === JSON.stringify([other.name, other.stages]);
