import {
  type Deal,
  type Id,
  LARGEST_AMOUNT,
  lostStage,
  type Move,
  money,
  moveDeal,
  openStage,
  type Rank,
  reopenStage,
  type Stage,
  wonStage,
} from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envAt, frozen, HANNA, hoursAfter, NOW } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';
import { problemOf, valueOf } from '../../support/result.js';
import { aDeal, day, OTHER_RANK, pipeline, RANK, stageId } from './book.js';

const LATER = hoursAfter(NOW, 48);
const BO = 'user_bo' as Id<'user'>;

const move = (deal: Deal, to: string, asked: Partial<Move> = {}, env = envAt(LATER, { actor: BO })) =>
  moveDeal(deal, pipeline, frozen({ stageId: stageId(to), rank: OTHER_RANK, ...asked }), env);
const won = () => frozen(valueOf(move(aDeal(), 'signed')));
const lost = () => frozen(valueOf(move(aDeal(), 'lost', { lossReason: 'Price', lossNote: 'A third too dear' })));

describe('a deal', () => {
  it('D5 moves to another stage: who, when, and how it stands by the type of the stage', () => {
    const moved = valueOf(move(aDeal(), 'proposal'));
    expect(moved).toMatchObject({
      stageId: 'stage_proposal',
      status: 'open',
      rank: OTHER_RANK,
      stageEnteredAt: LATER,
      modifiedAt: LATER,
      modifiedBy: BO,
    });
    expect(moved.stageHistory).toEqual([
      { stageId: 'stage_lead', enteredAt: NOW, enteredBy: HANNA, leftAt: LATER },
      { stageId: 'stage_proposal', enteredAt: LATER, enteredBy: BO },
    ]);
    // 0 % is not lost, 90 % can be won, 5 % can be lost.
    expect(valueOf(move(moved, 'lead')).status).toBe('open');
    expect(won().status).toBe('won');
    expect(lost().status).toBe('lost');
  });

  it('D6 keeps its history within its column', () => {
    const deal = won();
    const ranked = valueOf(
      move(deal, 'signed', { rank: RANK, actualValue: money(1, 'EUR') }, envAt(hoursAfter(LATER, 1))),
    );
    expect(ranked).toEqual({ ...deal, rank: RANK, modifiedAt: hoursAfter(LATER, 1), modifiedBy: HANNA });
  });

  it('D7 does not move to a stage its pipeline does not have', () => {
    const { code, message, path } = problemOf(move(aDeal(), 'nowhere'));
    expect({ code, path }).toEqual({ code: 'deals/unknown-stage', path: 'stageId' });
    expect(message).toBe(
      '"Sales" has no stage stage_nowhere. Choose one of Lead, Proposal, Signed, Delivered, Lost, Withdrawn.',
    );
    const elsewhere = { ...aDeal(), pipelineId: 'pipeline_other' as Id<'pipeline'> };
    expect(problemOf(move(elsewhere, 'lead')).code).toBe('deals/unknown-stage');
  });

  it('D8 is won with its day and value', () => {
    expect(won()).toMatchObject({
      actualCloseDay: '2026-11-24',
      actualValue: money(1250_00, 'EUR'),
      amount: money(1250_00, 'EUR'),
    });
    const said = valueOf(move(aDeal(), 'signed', { actualValue: money(900_00, 'EUR'), closeDay: day('2026-11-20') }));
    expect(said).toMatchObject({
      actualCloseDay: '2026-11-20',
      actualValue: money(900_00, 'EUR'),
      amount: money(1250_00, 'EUR'),
    });
    const unpriced = aDeal({ amount: undefined });
    expect(problemOf(move(unpriced, 'signed'))).toMatchObject({
      code: 'deals/value-required',
      path: 'actualValue',
      fix: { kind: 'fields', fields: ['actualValue'] },
    });
    expect(valueOf(move(unpriced, 'signed', { actualValue: money(0, 'EUR') })).actualValue).toEqual(money(0, 'EUR'));
  });

  it('D9 refuses a value that no deal brings', () => {
    expect(problemOf(move(aDeal(), 'signed', { actualValue: money(-1, 'EUR') }))).toMatchObject({
      code: 'deals/negative-value',
      path: 'actualValue',
    });
    expect(problemOf(move(aDeal(), 'signed', { actualValue: money(LARGEST_AMOUNT + 1, 'EUR') })).code).toBe(
      'deals/absurd-amount',
    );
  });

  it('D10 is lost with a reason only', () => {
    for (const lossReason of [undefined, '', '  '])
      expect(problemOf(move(aDeal(), 'lost', { lossReason }))).toMatchObject({
        code: 'deals/loss-reason-required',
        path: 'lossReason',
        fix: { fields: ['lossReason'] },
      });
    expect(lost()).toMatchObject({ lossReason: 'Price', lossNote: 'A third too dear', actualCloseDay: '2026-11-24' });
    const fromWon = valueOf(move(won(), 'lost', { lossReason: ' Insolvent ', lossNote: ' ' }));
    expect(fromWon.lossReason).toBe('Insolvent');
    expect(Object.keys(fromWon)).not.toContain('actualValue');
    expect(Object.keys(fromWon)).not.toContain('lossNote');
  });

  it('D11 is closed today or earlier, on a day that exists, in the zone of whoever closes it', () => {
    expect(problemOf(move(aDeal(), 'signed', { closeDay: day('2026-11-25') }))).toMatchObject({
      code: 'deals/closed-in-the-future',
      path: 'closeDay',
      params: { day: '2026-11-25' },
    });
    const farEast = envAt(LATER, { timeZone: 'Pacific/Kiritimati' });
    const beforeMidnight = envAt(hoursAfter(LATER, 3), { timeZone: 'Pacific/Kiritimati' });
    expect(
      problemOf(move(aDeal(), 'lost', { closeDay: day('2026-11-26'), lossReason: 'Price' }, beforeMidnight)).code,
    ).toBe('deals/closed-in-the-future');
    expect(valueOf(move(aDeal(), 'signed', {}, farEast)).actualCloseDay).toBe('2026-11-24');
    expect(valueOf(move(aDeal(), 'signed', {}, beforeMidnight)).actualCloseDay).toBe('2026-11-25');
    for (const wrong of ['2026-02-30', 'yesterday', ''])
      expect(problemOf(move(aDeal(), 'signed', { closeDay: day(wrong) })).code).toBe('deals/no-such-day');
  });

  it('D12 is reopened with nothing left of its closing but the history', () => {
    for (const closed of [won(), lost()]) {
      const reopened = valueOf(move(closed, 'proposal'));
      expect(reopened.status).toBe('open');
      for (const field of ['actualCloseDay', 'actualValue', 'lossReason', 'lossNote'])
        expect(Object.keys(reopened)).not.toContain(field);
      expect(reopened.stageHistory.map((stay) => stay.stageId)).toEqual([
        'stage_lead',
        closed.stageId,
        'stage_proposal',
      ]);
    }
  });

  it('D13 keeps its outcome from one closed stage to the next of its type', () => {
    const next = envAt(hoursAfter(LATER, 240), { actor: BO });
    expect(valueOf(move(won(), 'delivered', {}, next))).toMatchObject({
      stageId: 'stage_delivered',
      actualCloseDay: '2026-11-24',
      actualValue: money(1250_00, 'EUR'),
    });
    expect(valueOf(move(won(), 'delivered', { actualValue: money(1, 'EUR') }, next)).actualValue).toEqual(
      money(1, 'EUR'),
    );
    expect(valueOf(move(lost(), 'withdrawn', {}, next))).toMatchObject({
      actualCloseDay: '2026-11-24',
      lossReason: 'Price',
      lossNote: 'A third too dear',
    });
    expect(valueOf(move(lost(), 'withdrawn', { lossReason: 'Fair' }, next)).lossReason).toBe('Fair');
    expect(problemOf(move(won(), 'withdrawn', {}, next)).code).toBe('deals/loss-reason-required');
  });

  it('D14 does not mutate the deal or the pipeline', () => {
    const deal = aDeal();
    const before = JSON.stringify([deal, pipeline]);
    for (const to of ['lead', 'proposal', 'signed', 'lost', 'nowhere']) move(deal, to, { lossReason: 'Price' });
    expect(JSON.stringify([deal, pipeline])).toBe(before);
  });

  it('D15 knows the stages to begin, win, lose and go back to', () => {
    expect([openStage(pipeline)?.name, wonStage(pipeline)?.name, lostStage(pipeline)?.name]).toEqual([
      'Lead',
      'Signed',
      'Lost',
    ]);
    const closed = valueOf(move(valueOf(move(aDeal(), 'proposal')), 'signed'));
    expect(reopenStage(closed, pipeline)?.name).toBe('Proposal');
    const shorter = { ...pipeline, stages: pipeline.stages.filter((stage) => stage.name !== 'Proposal') };
    expect(reopenStage(closed, shorter)?.name).toBe('Lead');
    const renewed = { ...pipeline, stages: pipeline.stages.slice(1) };
    expect(reopenStage(won(), renewed)?.name).toBe('Proposal');
    const none = { ...pipeline, stages: [] };
    expect([wonStage(none), lostStage(none), reopenStage(closed, none)]).toEqual([undefined, undefined, undefined]);
  });

  it('D16 has a history without gaps after any moves', () => {
    const names = fc.constantFrom('lead', 'proposal', 'signed', 'delivered', 'lost', 'withdrawn');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.nat(500), fc.boolean()), { maxLength: 20 }), (moves) => {
        let deal = aDeal();
        let at = NOW;
        for (const [to, hours, hasReason] of moves) {
          at = hoursAfter(at, hours);
          const moved = move(
            deal,
            to,
            { rank: `m0000000000${hours % 10}` as Rank, ...(hasReason && { lossReason: 'Price' }) },
            envAt(at),
          );
          if (moved.ok) deal = frozen(moved.value);
        }
        const { stageHistory } = deal;
        stageHistory.forEach((stay, index) => {
          expect(stay.leftAt).toBe(stageHistory[index + 1]?.enteredAt);
          expect(stay.stageId).not.toBe(stageHistory[index + 1]?.stageId);
        });
        expect(stageHistory.at(-1)).toMatchObject({ stageId: deal.stageId, enteredAt: deal.stageEnteredAt });
        expect(deal.status).toBe(pipeline.stages.find((stage) => stage.id === deal.stageId)?.type);
        expect(deal.actualCloseDay !== undefined).toBe(deal.status !== 'open');
        expect(deal.actualValue !== undefined).toBe(deal.status === 'won');
        expect(deal.lossReason !== undefined).toBe(deal.status === 'lost');
        expect(JSON.parse(JSON.stringify(deal))).toStrictEqual(deal);
      }),
      fuzz(300),
    );
  });

  it('D57 is open on hold: what closing had set is taken off, and it is reopened where it was before', () => {
    const paused: Stage = { id: stageId('paused'), name: 'Paused', type: 'hold', probability: 10 };
    const held = { ...pipeline, stages: [...pipeline.stages, paused] };
    const to = (deal: Deal, stage: string) =>
      moveDeal(deal, held, { stageId: stageId(stage), rank: OTHER_RANK, lossReason: 'Price' }, envAt(LATER));
    const parked = valueOf(to(aDeal(), 'paused'));
    expect(parked).toMatchObject({ status: 'open', stageId: 'stage_paused', stageEnteredAt: LATER });
    const again = valueOf(to(won(), 'paused'));
    expect(again.status).toBe('open');
    for (const field of ['actualCloseDay', 'actualValue', 'lossReason']) expect(again).not.toHaveProperty(field);
    expect(reopenStage(valueOf(to(parked, 'lost')), held)?.name).toBe('Lead');
    expect([openStage({ ...held, stages: [paused, ...pipeline.stages] })?.name]).toEqual(['Lead']);
  });
});
