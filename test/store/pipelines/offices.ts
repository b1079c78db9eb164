// A book with people who have roles, and pipelines whose stages have rules.
import { type Deal, type Id, type Pipeline, type Stage, type StageType } from '@kith/core';
import type { StageRules } from '@kith/core/pipelines';
import { deals, pipelines, type Store, users } from '@kith/store';
import { euros, HANNA, stageId, valueOf } from '../../support/book.js';

export const IDA = 'user_ida' as Id<'user'>;

/** Hanna sells, Ida leads; both are known to the book. */
export async function withPeople(store: Store): Promise<void> {
  const stamps = { createdAt: '2026-01-01T00:00:00.000Z', modifiedAt: '2026-01-01T00:00:00.000Z' };
  const people = [
    { id: HANNA, name: 'Hanna', roles: ['seller'], ...stamps },
    { id: IDA, name: 'Ida', roles: ['lead'], ...stamps },
  ];
  valueOf(
    await store.run({
      type: 'test/people',
      input: undefined,
      async carryOut(work) {
        for (const person of people) work.put(users.collection, person as never);
        return { ok: true, value: undefined };
      },
    }),
  );
}

/** Lead, Offer, Talks, Won and Lost, with rules for some of them by name. */
export async function withRules(
  store: Store,
  rules: Readonly<Record<string, StageRules>>,
  ...more: readonly Stage[]
): Promise<Pipeline> {
  const stage = (name: string, type: StageType = 'open') => ({
    id: stageId(name.toLowerCase()),
    name,
    type: type as 'open',
    probability: type === 'won' ? 100 : 20,
    ...(rules[name] && { rules: rules[name] }),
  });
  return valueOf(
    await store.run(
      pipelines.create({
        name: 'Sales',
        stages: [stage('Lead'), stage('Offer'), stage('Talks'), ...more, stage('Won', 'won'), stage('Lost', 'lost')],
      }),
    ),
  );
}

/** Opens a deal of a thousand euros in the first stage. */
export const aDeal = async (store: Store, pipeline: Pipeline, changes: object = {}): Promise<Deal> =>
  valueOf(await store.run(deals.create({ name: 'Acme', pipelineId: pipeline.id, amount: euros(1_000), ...changes })));
