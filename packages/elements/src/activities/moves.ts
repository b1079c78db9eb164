import type { Deal, Pipeline, Stage } from '@kith/core';
import { statusIn } from '@kith/core/pipelines';
import type { MoveEntry, MoveKind } from './entry.js';

/** What deals have been through, deal by deal; stays in a stage that no pipeline has any more are left out. */
export function movesOf(deals: readonly Deal[], pipelines: readonly Pipeline[]): readonly MoveEntry[] {
  const stageById = new Map<string, Stage>(
    pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => [stage.id, stage])),
  );
  return deals.flatMap((deal) => movesOfDeal(deal, stageById));
}

function movesOfDeal(deal: Deal, stageById: ReadonlyMap<string, Stage>): MoveEntry[] {
  const stages = deal.stageHistory.map((stay) => stageById.get(stay.stageId));
  // From one won stage on to another (contract, then delivery) a deal was won once: where the last run of them begins.
  const closing = stages.findLastIndex((stage) => (stage && statusIn(stage)) !== deal.status) + 1;
  return deal.stageHistory.flatMap((stay, index): MoveEntry[] => {
    const to = stages[index];
    if (!to) return [];
    const from = stages[index - 1];
    const outcome = index === closing ? deal : undefined;
    return [
      {
        kind: 'move',
        id: `${deal.id}-${index}`,
        at: stay.enteredAt,
        move: index === 0 && statusIn(to) === 'open' ? 'opened' : moveKind(from, to),
        deal,
        by: stay.enteredBy,
        from,
        to,
        value: to.type === 'won' ? outcome?.actualValue : undefined,
        reason: to.type === 'lost' ? outcome?.lossReason : undefined,
      },
    ];
  });
}

function moveKind(from: Stage | undefined, to: Stage): MoveKind {
  const status = statusIn(to);
  if (from && statusIn(from) === status) return 'moved';
  if (status !== 'open') return status;
  return from ? 'reopened' : 'moved';
}
