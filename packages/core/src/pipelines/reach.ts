import type { Id } from '../kernel/id.js';
import { statusIn } from '../kernel/stage-status.js';
import type { Pipeline, Stage } from './schema.js';

/** Whether a new row may begin in a stage: an open one and, where some stages are declared to be starts, one of those. */
export const mayBegin = ({ stages }: Pick<Pipeline, 'stages'>, stage: Stage): boolean =>
  stage.type === 'open' && (stage.rules?.start === true || !stages.some(({ rules }) => rules?.start));

/** Whether the transitions of a pipeline let a row go from one stage to another. One whose stage is gone may go anywhere. */
export const mayFollow = (from: Stage | undefined, to: Stage): boolean =>
  from?.rules?.next === undefined || from.rules.next.includes(to.id);

/**
 * The stages that rows can come to from some, those themselves included, by allowed moves one after another. That a closed
 * row is opened again is no way to come anywhere.
 */
export function reachFrom({ stages }: Pick<Pipeline, 'stages'>, from: readonly Stage[]): ReadonlySet<Id<'stage'>> {
  const reached = new Set<Id<'stage'>>(from.map(({ id }) => id));
  for (const todo = [...from]; todo.length > 0; ) {
    const stage = todo.pop();
    for (const next of stages)
      if (!reached.has(next.id) && mayFollow(stage, next) && !(stage && reopens(stage, next))) {
        reached.add(next.id);
        todo.push(next);
      }
  }
  return reached;
}

const reopens = (from: Stage, to: Stage): boolean => statusIn(from) !== 'open' && statusIn(to) === 'open';
