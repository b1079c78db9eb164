import { type Id, ok, type Pipeline, type Result } from '@kith/core';
import { moveStaged, type Staged } from '@kith/core/pipelines';
import type { Collection } from '../../collection.js';
import { type Command, command } from '../../command.js';
import { deals } from '../../deals/collection.js';
import { cross as crossDeal } from '../../deals/commands.js';
import type { Work } from '../../work.js';
import { pipelines } from '../collection.js';
import { type Crossing, filledFor, passMove } from '../gates.js';
import { type Place, rankAt } from '../place.js';

/** Where a row goes. */
export interface RowMove extends Place {
  readonly stageId: Id<'stage'>;
  /** Values for fields that the stage requires, by path; others are left alone. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Moves a row of any collection that goes through pipelines, by the rules of both stages: what `deals.move` is to deals.
 * Problems: those of `moveStaged` and `checkPassage` of `@kith/core/pipelines`, and `store/not-found`.
 */
export const move = <Row extends Staged>(
  collection: Collection<Row>,
  input: RowMove & { readonly id: Row['id'] },
): Command<Row> =>
  command(`${collection.name}/move`, input, async (work) => {
    const { id, ...to } = input;
    const row = await work.require(collection, id);
    if (!row.ok) return row;
    const pipeline = await work.require(pipelines, row.value.pipelineId);
    return pipeline.ok ? crossingOf(collection)(work, row.value, pipeline.value, to) : pipeline;
  });

/** How rows of one kind go from stage to stage. */
export type Cross<Row> = (
  work: Work,
  row: Row,
  pipeline: Pipeline,
  to: RowMove,
  approved?: { readonly mover: Id<'user'> | undefined },
) => Promise<Result<Row>>;

/** How rows of a collection go from stage to stage: deals are closed on the way. */
export const crossingOf = <Row extends Staged>(collection: Collection<Row>): Cross<Row> =>
  collection.name === deals.name ? (crossDeal as unknown as Cross<Row>) : crossing(collection);

const crossing =
  <Row extends Staged>(collection: Collection<Row>): Cross<Row> =>
  async (work, row, pipeline, { stageId, fields, ...place }, approved) => {
    const isOther = stageId !== row.stageId;
    if (!isOther && Object.values(place).every((each) => each === undefined)) return ok(row);
    const before = isOther ? filledFor(row, pipeline, stageId, fields) : row;
    const rank = await rankAt(work, { collection, pipelineId: row.pipelineId, stageId }, place, row.id);
    const moved = moveStaged(before, pipeline, { stageId, rank }, work.env);
    const way: Pick<Crossing<Row>, 'pipeline' | 'approved'> = { pipeline, approved };
    const passed = isOther ? await passMove(work, collection, { ...way, before, moved, to: stageId }) : moved;
    if (!passed.ok) return passed;
    return moved.ok ? work.put(collection, moved.value) : moved;
  };
