import { memoryAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import { type Example, type ScoreModel, type ScoringScheme, type TrainedModel, trainModel } from '@kith/core/scoring';
import { activities, contacts, deals, openStore, type Store } from '@kith/store';
import {
  contactActivities,
  dealFrequencies,
  type FrequencyPlan,
  keepModel,
  keepScores,
  type ModelPlan,
  type RulePlan,
  rescoreAll,
  scoringCollections,
} from '@kith/store/scoring';
import { NOW } from './brevent.js';

const scheme: ScoringScheme = {
  id: 'marketing',
  timeZone: 'Europe/Vienna',
  fit: {
    rules: [
      { id: 'head', where: { field: 'jobTitle', is: 'contains', value: 'head' }, points: 30 },
      { id: 'french', where: { field: 'language', is: 'eq', value: 'fr' }, points: 10 },
      { id: 'fair', where: { field: 'tags', is: 'contains', value: 'Fair 2026' }, points: 15, group: 'events' },
      {
        id: 'network',
        where: { field: 'tags', is: 'contains', value: 'Atelier network' },
        points: 15,
        group: 'events',
      },
      { id: 'private', where: { field: 'emails.value', is: 'contains', value: 'freemail' }, points: -20 },
    ],
    groups: [{ id: 'events', most: 20 }],
  },
  engagement: {
    rules: [
      { id: 'meeting', where: { field: 'kind', is: 'eq', value: 'meeting' }, points: 20, cap: 50, halfLifeDays: 30 },
      { id: 'email', where: { field: 'kind', is: 'eq', value: 'email' }, points: 3, dailyCap: 6, halfLifeDays: 14 },
      { id: 'call', where: { field: 'kind', is: 'eq', value: 'call' }, points: 5, windowDays: 90 },
    ],
  },
  limits: { least: 0, most: 100 },
  grades: {
    steps: [
      { grade: 'A', at: { fit: 30, engagement: 20 } },
      { grade: 'B', at: { total: 20 } },
    ],
    hysteresis: 5,
  },
};

/** People by rules: what they are, and what they do. */
export const rulePlan: RulePlan = { of: contacts.collection, scheme, events: contactActivities };
/** People by a model that was trained. */
export const modelPlan: ModelPlan = {
  of: contacts.collection,
  model: 'conversion',
  grades: { steps: [{ grade: 'likely', at: { total: 50 } }] },
};
/** People by a model that nobody has trained. */
export const untaughtPlan: ModelPlan = { of: contacts.collection, model: 'renewal' };
/** Deals by how deals like them were won and lost. */
export const countedPlan: FrequencyPlan = dealFrequencies({ table: 'odds', fields: ['source'] });

/** What the rules are called. */
export const RULE_NAMES: Readonly<Record<string, string>> = { events: 'Events', network: 'In the atelier network' };

/** Whose scores the stories show. */
export const SCORED = {
  lea: 'contact_lea',
  sparse: 'contact_sparse',
  nobody: 'contact_nobody',
  deal: 'deal_open',
} as const;

const stamps = { createdAt: '2026-01-05T08:00:00.000Z', modifiedAt: '2026-10-01T08:00:00.000Z' };

const put = (c: string, id: string, data: object) =>
  ({ op: 'put', c, id, expect: 'absent', data: { id, ...data, ...stamps } as never }) as const;

/** A store in memory with some people and deals that are scored in each way. */
export async function openScoredBook(): Promise<Store> {
  const adapter = memoryAdapter();
  const plans = [rulePlan, modelPlan, untaughtPlan, countedPlan];
  const store = await openStore({
    adapter,
    actor: 'user_hanna' as Id<'user'>,
    clock: () => NOW,
    timeZone: 'Europe/Vienna',
    collections: scoringCollections,
    companions: [keepScores(plans)],
  });
  const lea = {
    name: 'Léa Fontanel',
    jobTitle: 'Head of Operations',
    language: 'fr',
    source: 'Fair',
    lifecycleStage: 'qualified',
    tags: ['Fair 2026', 'Atelier network'],
    emails: [{ value: 'lea@freemail.example', primary: true }],
  };
  await adapter.write({
    ops: [
      put('contacts', SCORED.lea, lea),
      put('contacts', SCORED.sparse, { name: '王小明', lifecycleStage: 'subscriber' }),
      ...done('meeting', [3, 20, 41, 60]),
      ...done('email', [1, 1, 1, 9]),
      ...done('call', [15, 120]),
    ],
  });
  await store.run(keepModel({ name: 'conversion', of: 'contacts', ...trained() }));
  for (const plan of plans.slice(0, 2)) await rescoreAll(store, plan);
  await closeDeals(store);
  await rescoreAll(store, countedPlan);
  return store;
}

function done(kind: string, daysAgo: readonly number[]) {
  return daysAgo.map((days, index) => {
    const id = `activity_${kind}_${index}`;
    const at = new Date(NOW - days * 86_400_000 - index * 3_600_000).toISOString();
    return put(activities.collection.name, id, { kind, subject: kind, status: 'done', at, contactId: SCORED.lea });
  });
}

/** Trained once: all stories tell of the same model. */
let kept: { readonly model: ScoreModel; readonly quality: TrainedModel['quality'] } | undefined;

const trained = () => (kept ??= train());

/** People from a fair were won far more often than those from the web. */
function train(): NonNullable<typeof kept> {
  const examples = Array.from({ length: 600 }, (_, index): Example => {
    const source = index % 2 === 0 ? 'Fair' : 'Web';
    const lifecycleStage = index % 5 < 2 ? 'qualified' : 'subscriber';
    const language = index % 3 === 0 ? 'fr' : 'de';
    const won =
      (index * 61) % 100 <
      (source === 'Fair' ? 55 : 20) + (lifecycleStage === 'qualified' ? 20 : 0) - (language === 'fr' ? 12 : 0);
    return { row: { source, lifecycleStage, language }, won };
  });
  const model = trainModel({ examples, fields: ['source', 'lifecycleStage', 'language'] });
  if (!model.ok) throw new Error(model.problem.message);
  const quality = {
    tested: 120,
    auc: 0.78,
    aucLow: 0.7,
    aucHigh: 0.85,
    logLoss: 0.55,
    brier: 0.18,
    baseBrier: 0.24,
    calibrationError: 0.03,
    liftOfTopTenth: 2.1,
  };
  return { model: model.value, quality };
}

async function closeDeals(store: Store): Promise<void> {
  const stages = [
    { id: 'stage_open', name: 'Open', type: 'open', probability: 30 },
    { id: 'stage_won', name: 'Won', type: 'won', probability: 100 },
    { id: 'stage_lost', name: 'Lost', type: 'lost', probability: 0 },
  ];
  await store.storage.adapter.write({ ops: [put('pipelines', 'pipeline_sales', { name: 'Sales', stages })] });
  const pipelineId = 'pipeline_sales' as Id<'pipeline'>;
  const amount = { minor: 100_00, currency: 'EUR' } as const;
  for (const [index, source] of ['Fair', 'Fair', 'Web', 'Web', 'Web'].entries()) {
    const made = await store.run(deals.create({ name: `Order ${index}`, pipelineId, source, amount }));
    if (!made.ok) throw new Error(made.problem.message);
    await store.run(
      index < 3 ? deals.win({ id: made.value.id }) : deals.lose({ id: made.value.id, lossReason: 'Price' }),
    );
  }
  const open = {
    name: 'Clienteling',
    pipelineId,
    stageId: 'stage_open',
    status: 'open',
    rank: 'a0',
    source: 'Fair',
    amount,
  };
  await store.storage.adapter.write({ ops: [put('deals', SCORED.deal, open)] });
}
