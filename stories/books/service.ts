// A service desk: tickets, a kind of the house's own, go through a pipeline as deals do.
import { memoryAdapter } from '@kith/adapters';
import { type Id, type Instant, type Rank, rankBetween } from '@kith/core';
import type { EntityDefinition, FieldDefinition } from '@kith/core/fields';
import { moveStaged, type Staged } from '@kith/core/pipelines';
import type { BoardDraft, BoardRow, BoardSource } from '@kith/elements';
import { type Collection, type Command, command, openStore, pipelines, type Store, users } from '@kith/store';
import * as fields from '@kith/store/fields';
import { NOW, now } from './sales.js';
import { put, steadyRandom, valueOf } from './steady.js';

export const DESK = 'pipeline_desk' as Id<'pipeline'>;

/** What a ticket is: its own fields are those that the house has defined. */
interface Ticket extends Staged {
  readonly id: Id<'ticket'>;
  readonly name: string;
  readonly ownerId?: Id<'user'> | undefined;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
  readonly customFields?: Readonly<Record<string, unknown>> | undefined;
}

const definition: EntityDefinition = {
  kind: 'ticket',
  collection: 'tickets',
  labels: { en: 'Ticket', de: 'Ticket' },
  plural: { en: 'Tickets', de: 'Tickets' },
};

const own: readonly FieldDefinition[] = [
  {
    on: 'ticket',
    name: 'urgency',
    type: 'choice',
    labels: { en: 'Urgency', de: 'Dringlichkeit' },
    options: [
      { value: 'high', labels: { en: 'High', de: 'Hoch' } },
      { value: 'normal', labels: { en: 'Normal', de: 'Normal' } },
    ],
    default: 'normal',
  },
  { on: 'ticket', name: 'site', type: 'text', labels: { en: 'Site', de: 'Standort' } },
];

const kind = fields.collectionOf(definition);
const tickets: Collection<Ticket> = {
  ...(kind as unknown as Collection<Ticket>),
  shape: { ...kind.shape, indexes: [...kind.shape.indexes, ['pipelineId', 'stageId', 'rank']] },
};

/** Adds a ticket at the end of its column. */
const create = ({ name, pipelineId, stageId, fields: given }: BoardDraft): Command<Ticket> =>
  command('tickets/create', { name, stageId }, async (work) => {
    const pipeline = await work.require(pipelines.collection, pipelineId);
    if (!pipeline.ok) return pipeline;
    const where = { field: 'stageId', is: 'eq', value: stageId } as const;
    const [last] = await work.find({
      ask: 'rows',
      collection: tickets,
      where,
      order: [['rank', 'desc']],
      limit: 1,
    });
    const begun = {
      id: work.env.newId('ticket'),
      name,
      pipelineId,
      // It has been nowhere yet.
      stageId: '' as Id<'stage'>,
      status: 'open',
      rank: '' as Rank,
      stageEnteredAt: work.env.now,
      stageHistory: [],
      createdAt: work.env.now,
      modifiedAt: work.env.now,
      ...given,
    } as const satisfies Ticket;
    const rank = rankBetween(last?.rank, undefined) ?? ('m' as Rank);
    const ticket = moveStaged<Ticket>(begun, pipeline.value, { stageId, rank }, work.env);
    return ticket.ok ? work.put(tickets, ticket.value) : ticket;
  });

/** How a board shows tickets: no money, a line for the site, lanes by urgency; they move by the rules of their stages. */
export const ticketBoard: BoardSource = {
  kind: 'ticket',
  collection: tickets,
  about: 'customFields.site',
  create,
  edit: (id, changes) =>
    fields.edit(kind, { id: id as Id, changes }) as unknown as ReturnType<NonNullable<BoardSource['edit']>>,
  words: (lang) =>
    lang.startsWith('de')
      ? { newDeal: 'Neues Ticket', dealCount: (count) => `${count} Tickets`, empty: 'Keine Tickets' }
      : {
          newDeal: 'New ticket',
          dealCount: (count) => (count === 1 ? '1 ticket' : `${count} tickets`),
          addTo: (stage) => `Add a ticket to ${stage}`,
          empty: 'No tickets',
          quickAdd: (stage) => `New ticket in ${stage}`,
          dealTitle: 'What is it about?',
          titleMissing: 'A ticket needs a title.',
          emptyWon: 'Nothing solved yet',
          emptyWonHow: 'Solved tickets land here.',
        },
};

const DAY = 86_400_000;
const people = { HL: 'Hanna Lindqvist', ZG: 'Zofia Grabek' } as const;

/** Stage, subject, site, urgency, whose it is, days in its stage. */
const lines = [
  ['new', 'No heat in hall 3', 'Tønsberg', 'high', 'HL', 0],
  ['new', 'Badge does not open the lift', 'Wien', 'normal', undefined, 1],
  ['new', 'فاتورة بعنوان قديم', 'دبي', 'normal', 'ZG', 2],
  ['work', 'Door of cold store ajar', 'Bergen', 'high', 'HL', 1],
  ['work', 'Scanner loses the network', 'Gdańsk', 'normal', 'ZG', 4],
  ['waiting', '備用電源更換', '台北', 'normal', 'ZG', 9],
  ['solved', 'Wrong invoice address', 'Lisboa', 'normal', 'HL', 3],
] as const;

/** A store in memory with a service desk; the same in every run. */
export async function openServiceBook(): Promise<Store> {
  let clock = NOW;
  const store = await openStore({
    adapter: memoryAdapter(),
    actor: 'user_HL' as Id<'user'>,
    timeZone: 'Europe/Vienna',
    clock: () => clock,
    random: steadyRandom(),
    collections: [tickets],
    fields: fields.customFields({ entities: [definition], fields: own }),
  });
  const stage = (id: string, name: string, type = 'open', rest: object = {}) => ({
    id: `stage_${id}`,
    name,
    type,
    probability: type === 'won' ? 100 : 0,
    ...rest,
  });
  const stamps = { createdAt: now(), modifiedAt: now() };
  await put(store, pipelines.collection, {
    id: DESK,
    name: 'Service desk',
    stages: [
      stage('new', 'New', 'open', { rules: { start: true } }),
      stage('work', 'In progress', 'open', { rottingDays: 3, rules: { limit: { most: 2, hard: true } } }),
      stage('waiting', 'Waiting for parts', 'open', { rottingDays: 7 }),
      stage('solved', 'Solved', 'won'),
      stage('dropped', 'Dropped', 'lost'),
    ],
    ...stamps,
  });
  for (const [id, name] of Object.entries(people))
    await put(store, users.collection, { id: `user_${id}`, name, ...stamps });
  for (const [stageName, name, site, urgency, owner, days] of lines) {
    clock = NOW - days * DAY;
    const stageId = `stage_${stageName}` as Id<'stage'>;
    const given: Partial<BoardRow & Ticket> = {
      customFields: { site, urgency },
      ...(owner && { ownerId: `user_${owner}` as Id<'user'> }),
    };
    valueOf(await store.run({ ...create({ name, pipelineId: DESK, stageId, fields: given }), history: 'none' }));
  }
  clock = NOW;
  return store;
}
