import type { Id, Instant, Pipeline } from '@kith/core';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../../collection.js';

/** What one of several approvers has said. */
export interface GivenApproval {
  readonly by: Id<'user'>;
  readonly at: Instant;
  readonly reason?: string | undefined;
}

/** Somebody's request to move a row to a stage that needs an approval, and what became of it. */
export interface Approval extends Identified {
  readonly id: Id<'approval'>;
  /** What kind of row: `deals`. */
  readonly collection: string;
  readonly rowId: Id;
  readonly pipelineId: Id<'pipeline'>;
  /** Where it stood when it was asked for. */
  readonly fromStageId: Id<'stage'>;
  readonly toStageId: Id<'stage'>;
  /** What the move is made with: closing values, required fields. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly state: 'asked' | 'approved' | 'rejected' | 'withdrawn';
  readonly note?: string | undefined;
  readonly askedAt: Instant;
  readonly askedBy?: Id<'user'> | undefined;
  /** Who has approved it so far, the first one first, where the stage needs more than one. */
  readonly given?: readonly GivenApproval[] | undefined;
  readonly decidedAt?: Instant;
  readonly decidedBy?: Id<'user'> | undefined;
  /** Why it was rejected, or what the approver had to say. */
  readonly reason?: string | undefined;
}

/** A change of a pipeline's definition. */
export interface PipelineChangeRow extends Identified {
  readonly id: Id<'pipelineChange'>;
  readonly pipelineId: Id<'pipeline'>;
  /** What kind of rows go through the pipeline. */
  readonly collection: string;
  readonly before: Pipeline;
  readonly after: Pipeline;
  /** Stages of another type than before: the status of their rows follows. */
  readonly retyped: readonly Id<'stage'>[];
  /** Why the rows are lost that come into a lost stage. */
  readonly lossReason?: string | undefined;
  /** The change that this one takes back. */
  readonly reverts?: Id<'pipelineChange'>;
  readonly at: Instant;
  readonly by?: Id<'user'> | undefined;
}

/** Rows that a change has moved on, each with what it had before: the way back. */
export interface PipelineStep extends Identified {
  readonly id: Id<'pipelineStep'>;
  readonly changeId: Id<'pipelineChange'>;
  readonly rows: readonly MigratedRow[];
}

/** One row that a change has moved on. */
export interface MigratedRow {
  readonly id: Id;
  readonly toStageId: Id<'stage'>;
  /** How many stays it had afterwards: one that has more has gone on since. */
  readonly stays: number;
  /** The fields that were changed, as they were; null for nothing. */
  readonly from: Readonly<Record<string, unknown>>;
}

const text = z.string();
const optionalText = z.optional(text);

/** Requests for approvals. */
export const approvals: Collection<Approval> = {
  name: 'approvals',
  kind: 'approval',
  schema: z.object({
    id: text,
    collection: text,
    rowId: text,
    pipelineId: text,
    fromStageId: text,
    toStageId: text,
    input: z.record(text, z.unknown()),
    state: z.enum(['asked', 'approved', 'rejected', 'withdrawn']),
    note: optionalText,
    askedAt: text,
    askedBy: optionalText,
    given: z.optional(z.array(z.object({ by: text, at: text, reason: optionalText }))),
    decidedAt: optionalText,
    decidedBy: optionalText,
    reason: optionalText,
  }) as never,
  shape: {
    indexes: [
      ['rowId', 'askedAt'],
      ['state', 'askedAt'],
    ],
  },
};

/** Changes of pipelines: every definition there was. */
export const pipelineChanges: Collection<PipelineChangeRow> = {
  name: 'pipelineChanges',
  kind: 'pipelineChange',
  schema: z.looseObject({ id: text, pipelineId: text, collection: text }) as never,
  shape: { indexes: [['pipelineId', 'at']] },
};

/** What changes of pipelines have done to rows. */
export const pipelineSteps: Collection<PipelineStep> = {
  name: 'pipelineSteps',
  kind: 'pipelineStep',
  schema: z.object({ id: text, changeId: text, rows: z.array(z.unknown()) }) as never,
  shape: { indexes: [['changeId', 'id']] },
};

/** What a store needs for approvals and changes of pipelines: `openStore({ collections: [...pipelineCollections] })`. */
export const pipelineCollections: readonly Collection[] = [approvals, pipelineChanges, pipelineSteps];
