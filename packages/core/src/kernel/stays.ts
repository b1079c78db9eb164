import type { Env } from './env.js';
import type { Id } from './id.js';
import type { Instant } from './instant.js';
import { withoutEmpty } from './without-empty.js';

/** One stay of a row in a stage of its pipeline. */
export interface Stay {
  readonly stageId: Id<'stage'>;
  readonly enteredAt: Instant;
  /** Who moved it here; absent when no person did. */
  readonly enteredBy?: Id<'user'> | undefined;
  /** Absent while it is still here. */
  readonly leftAt?: Instant | undefined;
}

/** The stays of a row that goes to another stage now: the one before ends when the next begins. */
export const staysWith = <Each extends Stay>(
  stays: readonly Each[],
  stageId: Id<'stage'>,
  { now, actor }: Pick<Env, 'now' | 'actor'>,
): readonly (Each | Stay)[] => [
  ...stays.map((stay, index) => (index === stays.length - 1 ? { ...stay, leftAt: now } : stay)),
  withoutEmpty({ stageId, enteredAt: now, enteredBy: actor }),
];
