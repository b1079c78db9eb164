import { memoryAdapter } from '@kith/adapters';
import { type Id, type Instant, type Pipeline, rankSequence } from '@kith/core';
import type { BoardRow, BoardSource } from '@kith/elements';
import { type Collection, command, type Identified, openStore, type Store } from '@kith/store';
import * as z from 'zod/mini';
import { NOW, stageId, valueOf, withPipeline } from './book.js';

/** A kind of its own that a house takes through a pipeline. */
export interface Ticket extends BoardRow, Identified {
  readonly id: Id<'ticket'>;
  readonly subject: string;
  readonly urgency: 'low' | 'high';
}

const tickets: Collection<Ticket> = {
  name: 'tickets',
  kind: 'ticket',
  schema: z.looseObject({ id: z.string(), subject: z.string() }) as never,
  shape: { indexes: [['pipelineId', 'stageId', 'rank']] },
};

/** How a board shows tickets: no money, no next steps, words of their own; `move` is that of `@kith/store/pipelines`. */
export const ticketBoard: BoardSource = {
  kind: 'ticket',
  collection: tickets,
  title: 'subject',
  about: 'urgency',
  edit: (id, changes) =>
    command('tickets/edit', { id, changes }, async (work) => {
      const ticket = await work.require(tickets, id);
      return ticket.ok ? work.put(tickets, { ...ticket.value, ...changes }) : ticket;
    }),
  words: () => ({
    dealCount: (count) => (count === 1 ? '1 ticket' : `${count} tickets`),
    empty: 'No tickets',
    moveDeal: (name) => `Move ${name}`,
  }),
};

/** A store with a pipeline and some tickets in its first stage. */
export async function openTickets(...subjects: readonly string[]): Promise<{ store: Store; pipeline: Pipeline }> {
  const store = await openStore({ adapter: memoryAdapter(), collections: [tickets], clock: () => NOW });
  const pipeline = await withPipeline(store);
  const ranks = rankSequence();
  const at = new Date(NOW).toISOString() as Instant;
  for (const [index, subject] of subjects.entries())
    valueOf(
      await store.run(
        command('tickets/create', { subject }, async (work) =>
          work.put(tickets, {
            id: work.env.newId('ticket'),
            subject,
            urgency: index % 2 === 0 ? 'high' : 'low',
            pipelineId: pipeline.id,
            stageId: stageId('lead'),
            status: 'open',
            rank: ranks.next().value as never,
            stageEnteredAt: at,
            stageHistory: [{ stageId: stageId('lead'), enteredAt: at }],
          }),
        ),
      ),
    );
  return { store, pipeline };
}
