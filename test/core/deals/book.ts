// A pipeline and deals to try the rules on.
import {
  type Day,
  type Deal,
  type Id,
  money,
  type NewDeal,
  newDeal,
  type Pipeline,
  type Rank,
  type Stage,
} from '@kith/core';
import { envAt, frozen, NOW } from '../../support/env.js';

export const stageId = (name: string): Id<'stage'> => `stage_${name}` as Id<'stage'>;
export const day = (text: string): Day => text as Day;
export const RANK = 'm00000000000' as Rank;
export const OTHER_RANK = 'n00000000000' as Rank;

const stage = (name: string, type: Stage['type'], probability: number, rottingDays?: number): Stage => ({
  id: stageId(name.toLowerCase()),
  name,
  type,
  probability,
  ...(rottingDays !== undefined && { rottingDays }),
});

/** The probabilities are set to mislead whoever reads the outcome off them. */
export const pipeline: Pipeline = frozen({
  id: 'pipeline_sales' as Id<'pipeline'>,
  name: 'Sales',
  stages: [
    stage('Lead', 'open', 0, 14),
    stage('Proposal', 'open', 35),
    stage('Signed', 'won', 90),
    stage('Delivered', 'won', 100),
    stage('Lost', 'lost', 5),
    stage('Withdrawn', 'lost', 0),
  ],
  createdAt: NOW,
  modifiedAt: NOW,
});

/** A deal of 1,250.00 euros, in the first stage. */
export function aDeal(changes: Partial<NewDeal> = {}): Deal {
  const made = newDeal(
    { name: 'Acme renewal', rank: RANK, amount: money(1250_00, 'EUR'), ...changes },
    pipeline,
    envAt(),
  );
  if (!made.ok) throw new Error(made.problem.message);
  return frozen(made.value);
}
