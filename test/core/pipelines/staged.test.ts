import { moveDeal, type Rank } from '@kith/core';
import {
  closeDayPushes,
  closeDaySlip,
  keepCloseDay,
  moveStaged,
  type PipelinePast,
  stageOf,
  statusIn,
} from '@kith/core/pipelines';
import { describe, expect, it } from 'vitest';
import { envAt, HANNA, hoursAfter, NOW } from '../../support/env.js';
import { problemOf, valueOf } from '../../support/result.js';
import { aDeal, day, pipeline as dealPipeline } from '../deals/book.js';
import { aGrant, pipelineOf, stage, stageId } from './rules.js';

const LATER = hoursAfter(NOW, 5);
const rank = 'n00000000000' as Rank;

describe('a row in a pipeline', () => {
  it('PL22 moves whatever has a stage, as deals move', () => {
    const pipeline = pipelineOf(stage('Lead'), stage('Offer'));
    const grant = aGrant('Lead');
    const moved = valueOf(moveStaged(grant, pipeline, { stageId: stageId('won'), rank }, envAt(LATER)));
    expect(moved).toMatchObject({
      title: 'Solar roof',
      status: 'won',
      rank,
      stageEnteredAt: LATER,
      stageHistory: [
        { stageId: stageId('lead'), enteredAt: NOW, leftAt: LATER },
        { stageId: stageId('won'), enteredAt: LATER, enteredBy: HANNA },
      ],
    });
    const placed = valueOf(moveStaged(grant, pipeline, { stageId: stageId('lead'), rank }, envAt(LATER)));
    expect([placed.rank, placed.stageEnteredAt, placed.stageHistory]).toEqual([rank, NOW, grant.stageHistory]);
    expect(problemOf(moveStaged(grant, pipeline, { stageId: stageId('moon'), rank }, envAt())).code).toBe(
      'pipelines/unknown-stage',
    );
    const deal = aDeal();
    const to = { stageId: stageId('proposal'), rank };
    expect(moveStaged(deal, dealPipeline, to, envAt(LATER))).toEqual(moveDeal(deal, dealPipeline, to, envAt(LATER)));
  });

  it('PL23 takes a stage that is gone for the one that took its place', () => {
    const past: PipelinePast = {
      version: 2,
      successors: { [stageId('demo')]: stageId('offer'), [stageId('a')]: stageId('b'), [stageId('b')]: stageId('a') },
    };
    const pipeline = { ...pipelineOf(stage('Lead'), stage('Offer')), past };
    expect(stageOf(pipeline, stageId('demo'))?.name).toBe('Offer');
    expect(stageOf(pipeline, stageId('lead'))?.name).toBe('Lead');
    expect(stageOf(pipeline, stageId('moon'))).toBeUndefined();
    expect(stageOf(pipeline, stageId('a'))).toBeUndefined();
  });

  it('PL58 counts how often a close day was put off, and by how much it slipped', () => {
    let deal = aDeal({ expectedCloseDay: day('2026-12-01') });
    const promise = (text: string | undefined): void => {
      const { expectedCloseDay: _, ...rest } = deal;
      deal = keepCloseDay(deal, text === undefined ? rest : { ...rest, expectedCloseDay: day(text) }, envAt(LATER));
    };
    expect([closeDayPushes(deal), closeDaySlip(deal)]).toEqual([0, 0]);
    for (const text of ['2026-12-15', '2026-12-15', '2027-01-31', '2027-01-15', '2027-02-01']) promise(text);
    expect(closeDayPushes(deal)).toBe(3);
    expect(closeDaySlip(deal)).toBe(62);
    expect(deal.closeDayHistory?.map((each) => each.day)).toEqual([
      '2026-12-01',
      '2026-12-15',
      '2027-01-31',
      '2027-01-15',
    ]);
    expect(deal.closeDayHistory?.[0]).toEqual({ day: '2026-12-01', at: LATER, by: HANNA });
    promise(undefined);
    expect(closeDayPushes(deal)).toBe(3);
    expect(closeDaySlip({ ...deal, actualCloseDay: day('2026-11-28') })).toBe(-3);
    expect(closeDaySlip(aDeal())).toBeUndefined();
  });

  it('PL73 is open on hold, whatever it is', () => {
    const pipeline = pipelineOf(stage('Lead'), stage('Paused', undefined, 'hold'), stage('Won', undefined, 'won'));
    const to = (name: string) => ({ stageId: stageId(name), rank });
    const paused = valueOf(moveStaged(aGrant('Lead'), pipeline, to('paused'), envAt(LATER)));
    expect(paused).toMatchObject({ status: 'open', stageId: stageId('paused'), stageEnteredAt: LATER });
    expect(paused.stageHistory.map(({ stageId: at }) => at)).toEqual([stageId('lead'), stageId('paused')]);
    expect(valueOf(moveStaged(paused, pipeline, to('won'), envAt(LATER))).status).toBe('won');
    expect((['open', 'hold', 'won', 'lost'] as const).map((type) => statusIn({ type }))).toEqual([
      'open',
      'open',
      'won',
      'lost',
    ]);
  });
});
