import { type Id, refuse } from '@kith/core';
import type { Command, Identified } from '@kith/store';
import { type Done, each } from '@kith/store/bulk';

/**
 * Several moves in one commit, and so in one undo; those that are refused are left out and told. Where a stage asks for
 * something, it is asked for once, for all of them.
 */
export function moveTogether(
  moves: readonly Command<Identified>[],
  input: { readonly ids: readonly string[]; readonly stageId: Id<'stage'> },
  isAnswered: boolean,
): Command<Done> {
  const all = each(moves);
  return {
    ...all,
    input,
    carryOut: async (work) => {
      const result = await all.carryOut(work);
      if (!result.ok) return result;
      const { done, refused } = result.value;
      const asks = isAnswered ? undefined : refused.find(({ problem }) => problem.fix?.kind === 'fields');
      const first = asks ?? (done === 0 ? refused[0] : undefined);
      return first ? refuse(first.problem) : result;
    },
  };
}
