import type { Day, Deal, Id, Money } from '@kith/core';
import type { Staged } from '@kith/core/pipelines';
import { type Collection, type Command, deals, type Identified } from '@kith/store';
import type { HandsSentences } from './hands.messages.js';
import type { BoardSentences } from './messages.js';

/** What a board knows of a row: that it goes through a pipeline, and what its card can show besides. */
export interface BoardRow extends Staged {
  readonly ownerId?: Id<'user'> | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly nextStep?: Deal['nextStep'] | undefined;
  readonly actualCloseDay?: Day | undefined;
}

/** A wish to move a row: to which stage, and between which rows there. */
export interface BoardMoveInput {
  readonly id: Id;
  readonly stageId: Id<'stage'>;
  readonly after?: Id | undefined;
  readonly before?: Id | undefined;
  readonly at?: 'start' | 'end' | undefined;
  /** What the person filled in because the stage asks for it, by path. */
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
}

/** A new card, as it is typed at the end of a column. */
export interface BoardDraft {
  readonly name: string;
  readonly amount?: Money | undefined;
  readonly pipelineId: Id<'pipeline'>;
  readonly stageId: Id<'stage'>;
  /** What the row has for being in a lane: `{ ownerId }`. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/** What a board shows: a collection whose rows go through pipelines, what stands on a card, and how a row is changed. */
export interface BoardSource {
  /** The kind of entity, for its fields and for `kith-navigate`: `deal`. */
  readonly kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: variance
  readonly collection: Collection<any>;
  /** The path of the text that names a card; `name` when left out. */
  readonly title?: string;
  /** The path of what stands below the name: the id of a company or a contact, or a text. */
  readonly about?: string;
  /** The path of the money that columns add up; without one they only count. */
  readonly amount?: string;
  /** The path of the money that counts in won stages, where it is another one. */
  readonly wonAmount?: string;
  /** Whether rows have next steps, so that a card without one says so. */
  readonly hasNextSteps?: boolean;
  /** Moves a row; the `move` of `@kith/store/pipelines` when left out. */
  readonly move?: (input: BoardMoveInput) => Command<Identified>;
  /** Changes fields of a row; without it cards cannot go from lane to lane. */
  readonly edit?: (id: string, changes: Readonly<Record<string, unknown>>) => Command<Identified>;
  /** Adds a row; without it nothing is added on the board. */
  readonly create?: (draft: BoardDraft) => Command<Identified>;
  /** Paths of fields that lanes can be made of; choices, owners and companies when left out. */
  readonly lanes?: readonly string[];
  /** Sentences in place of those about deals, in a language: `{ newDeal: 'New ticket' }`. */
  readonly words?: (lang: string) => Partial<BoardSentences & HandsSentences>;
}

/** Chances to sell. */
export const dealBoard: BoardSource = {
  kind: 'deal',
  collection: deals.collection,
  about: 'companyId',
  amount: 'amount',
  wonAmount: 'actualValue',
  hasNextSteps: true,
  move: ({ answers, ...input }) => deals.move({ ...input, ...answers, fields: answers } as deals.MoveInput),
  edit: (id, changes) => deals.edit({ id: id as Id<'deal'>, changes }),
  create: ({ fields, ...draft }) => deals.create({ ...draft, ...fields }),
};
