import type { Id } from '../kernel/id.js';
import { type Money, multiplyMoney, sumByCurrency } from '../kernel/money.js';
import { type Problem } from '../kernel/result.js';
import type { Pipeline, Stage } from '../pipelines/schema.js';
import { LARGEST_AMOUNT } from './limits.js';
import type { Deal } from './schema.js';

/**
 * Why an amount cannot be a deal's, or undefined when it can: it is below nothing (`deals/negative-amount`, for what it
 * brought `deals/negative-value`) or beyond what any deal brings (`deals/absurd-amount`, most often a slip of the
 * decimal point or two figures run together).
 */
export function amountProblem(amount: Money, path: 'amount' | 'actualValue'): Problem | undefined {
  const fix = { kind: 'fields', fields: [path] } as const;
  if (amount.minor < 0)
    return {
      code: path === 'amount' ? 'deals/negative-amount' : 'deals/negative-value',
      message: 'A deal cannot bring less than nothing. Enter 0 or more.',
      path,
      fix,
    };
  if (amount.minor > LARGEST_AMOUNT)
    return {
      code: 'deals/absurd-amount',
      message: 'No deal is worth that much. Check the decimal point of the amount.',
      path,
      fix,
    };
  return undefined;
}

/**
 * What a deal counts for in a forecast: its amount times the probability of its stage while it is open (half to even, to
 * the minor unit), what it brought once it is won, nothing once it is lost. Told by the status, never by the
 * probability. Undefined when it has no amount.
 */
export function weightedAmount(
  deal: Pick<Deal, 'status' | 'amount' | 'actualValue'>,
  stage: Pick<Stage, 'probability'>,
): Money | undefined {
  if (deal.status === 'won') return deal.actualValue ?? deal.amount;
  return deal.amount && multiplyMoney(deal.amount, deal.status === 'open' ? stage.probability : 0, 100);
}

/** What the deals of one stage come to. */
export interface StageTotal {
  readonly stageId: Id<'stage'>;
  readonly count: number;
  /** For each currency by itself: the amounts, of won deals what they brought. */
  readonly amounts: readonly Money[];
  /** The same, weighted as {@link weightedAmount} does. */
  readonly weighted: readonly Money[];
}

/** Counts and sums the deals of a pipeline, stage by stage in its order; empty stages too, deals of other pipelines not. */
export function pipelineTotals(deals: Iterable<Deal>, pipeline: Pipeline): readonly StageTotal[] {
  const dealsByStage = new Map<Id<'stage'>, Deal[]>(pipeline.stages.map((stage) => [stage.id, []]));
  for (const deal of deals) if (deal.pipelineId === pipeline.id) dealsByStage.get(deal.stageId)?.push(deal);
  return pipeline.stages.map((stage) => {
    const own = dealsByStage.get(stage.id) ?? [];
    const sum = (amountOf: (deal: Deal) => Money | undefined): readonly Money[] =>
      sumByCurrency(own.flatMap((deal) => amountOf(deal) ?? []));
    return {
      stageId: stage.id,
      count: own.length,
      amounts: sum((deal) => (deal.status === 'won' ? (deal.actualValue ?? deal.amount) : deal.amount)),
      weighted: sum((deal) => weightedAmount(deal, stage)),
    };
  });
}
