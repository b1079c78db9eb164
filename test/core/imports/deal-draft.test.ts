import { Deal, type Env, instantOf, makeId, type Pipeline, rankSequence } from '@kith/core';
import { fingerprint, importedDeal, newEntity, revisedDeal, revisedEntity } from '@kith/core/imports';
import { describe, expect, it } from 'vitest';

const env: Env = {
  now: instantOf(Date.parse('2020-06-15T12:00:00.000Z')),
  timeZone: 'UTC',
  newId: (kind) => makeId(kind, env.now, () => 0.5),
};
const stages = [
  { id: 'stage_p', name: 'Prospecting', type: 'open', probability: 10 },
  { id: 'stage_e', name: 'Engaging', type: 'open', probability: 40 },
  { id: 'stage_w', name: 'Won', type: 'won', probability: 100 },
  { id: 'stage_l', name: 'Lost', type: 'lost', probability: 0 },
];
const pipeline = {
  id: 'pipeline_1',
  name: 'Sales',
  stages,
  createdAt: env.now,
  modifiedAt: env.now,
} as unknown as Pipeline;
const ranks = rankSequence();
const context = { env, pipeline, openedIn: pipeline.stages[1]!, nextRank: () => ranks.next().value };
const id = env.newId('deal');
const fieldsOf = (fields: object): ReadonlyMap<string, unknown> => new Map(Object.entries(fields));

function make(fields: object): Deal | string {
  const made = importedDeal(id, fieldsOf({ name: 'GTX Pro', ...fields }), context);
  return made.ok ? Deal.parse(made.value) : made.problem.code;
}
function revise(deal: Deal | string, fields: object): Deal | string {
  if (typeof deal === 'string') return deal;
  const revised = revisedDeal(deal, fieldsOf(fields), context);
  return revised.ok ? Deal.parse(revised.value) : revised.problem.code;
}

describe('importedDeal', () => {
  it('I21 begins a won deal with the history that its days tell', () => {
    expect(make({ stageId: 'stage_w', openedDay: '2017-01-02', actualCloseDay: '2017-03-01' })).toMatchObject({
      status: 'won',
      pipelineId: 'pipeline_1',
      stageEnteredAt: '2017-03-01T00:00:00.000Z',
      stageHistory: [
        { stageId: 'stage_e', enteredAt: '2017-01-02T00:00:00.000Z', leftAt: '2017-03-01T00:00:00.000Z' },
        { stageId: 'stage_w', enteredAt: '2017-03-01T00:00:00.000Z' },
      ],
    });
  });

  it('I21 begins an open deal on its opened day, or now where it has none', () => {
    expect(make({ stageId: 'stage_e', openedDay: '2017-01-02' })).toMatchObject({
      status: 'open',
      stageHistory: [{ stageId: 'stage_e', enteredAt: '2017-01-02T00:00:00.000Z' }],
    });
    expect(make({ stageId: 'stage_p' })).toMatchObject({
      stageEnteredAt: env.now,
      stageHistory: [{ stageId: 'stage_p', enteredAt: env.now }],
    });
  });

  it('I21 refuses what cannot be true', () => {
    expect(make({ stageId: 'stage_w' })).toBe('imports/close-day-required');
    expect(make({ stageId: 'stage_l', actualCloseDay: '2017-03-01' })).toBe('imports/loss-reason-required');
    expect(make({ stageId: 'stage_w', openedDay: '2017-03-02', actualCloseDay: '2017-03-01' })).toBe(
      'imports/closed-before-opened',
    );
    expect(make({ stageId: 'stage_w', actualCloseDay: '2020-06-16' })).toBe('imports/closed-in-the-future');
    expect(make({})).toBe('imports/required');
  });
});

describe('revisedDeal', () => {
  const known = make({ stageId: 'stage_e', openedDay: '2017-01-02', source: 'Fair' });

  it('I22 is the same deal when the row says nothing new', () => {
    if (typeof known === 'string') throw new Error(known);
    const again = revisedDeal(known, fieldsOf({ stageId: 'stage_e', name: 'GTX Pro' }), context);
    expect(again.ok && again.value).toBe(known);
  });

  it('I22 changes what the row says and leaves the rest', () => {
    const revised = revise(known, { name: 'GTX Pro 2', source: undefined });
    expect(revised).toMatchObject({
      name: 'GTX Pro 2',
      openedDay: '2017-01-02',
      stageHistory: [{ stageId: 'stage_e' }],
    });
    expect(revised).not.toHaveProperty('source');
  });

  it('I21 moves a deal into its new stage, and back out of it', () => {
    const won = revise(known, {
      stageId: 'stage_w',
      actualCloseDay: '2017-04-01',
      actualValue: { minor: 5, currency: 'USD' },
    });
    expect(won).toMatchObject({
      status: 'won',
      stageEnteredAt: '2017-04-01T00:00:00.000Z',
      stageHistory: [{ leftAt: '2017-04-01T00:00:00.000Z' }, { stageId: 'stage_w' }],
    });
    const open = revise(won, { stageId: 'stage_p' });
    expect(open).toMatchObject({ status: 'open', stageEnteredAt: env.now });
    for (const field of ['actualCloseDay', 'actualValue', 'lossReason']) expect(open).not.toHaveProperty(field);
  });
});

describe('newEntity', () => {
  it('I22 sets fields at their paths and revises only those', () => {
    const made = newEntity(env.newId('company'), fieldsOf({ name: 'Betatech', 'addresses.0.country': 'Kenya' }), env);
    expect(made).toMatchObject({ name: 'Betatech', addresses: [{ country: 'Kenya' }], createdAt: env.now });
    expect(made).not.toHaveProperty('createdBy');
    expect(revisedEntity(made, fieldsOf({ 'addresses.0.country': 'Kenya' }), env)).toBe(made);
    expect(revisedEntity(made, fieldsOf({ 'addresses.0.country': 'Ghana' }), env)).toMatchObject({
      addresses: [{ country: 'Ghana' }],
      name: 'Betatech',
    });
  });

  it('I22 takes __proto__ for a field like any other', () => {
    const made = newEntity(env.newId('company'), fieldsOf({ name: 'x', 'customFields.__proto__': 'y' }), env);
    expect(Reflect.get(made, 'customFields')).toHaveProperty(['__proto__'], 'y');
    expect(Reflect.get({}, 'y')).toBeUndefined();
  });
});

describe('a deal on hold', () => {
  const held = {
    ...pipeline,
    stages: [...stages, { id: 'stage_h', name: 'On hold', type: 'hold', probability: 20 }],
  } as unknown as Pipeline;

  it('I65 is open in a file, too: it needs no close day, and loses what closing had set', () => {
    const made = importedDeal(id, fieldsOf({ name: 'GTX Pro', stageId: 'stage_h' }), { ...context, pipeline: held });
    expect(made).toMatchObject({
      ok: true,
      value: { status: 'open', stageHistory: [{ stageId: 'stage_h', enteredAt: env.now }] },
    });
    const lost = make({ stageId: 'stage_l', actualCloseDay: '2017-03-01', lossReason: 'Price' }) as Deal;
    const again = revisedDeal(lost, fieldsOf({ stageId: 'stage_h' }), { ...context, pipeline: held });
    expect(again).toMatchObject({ ok: true, value: { status: 'open', stageId: 'stage_h', stageEnteredAt: env.now } });
    for (const field of ['actualCloseDay', 'lossReason']) expect(again.ok && again.value).not.toHaveProperty(field);
  });
});

describe('fingerprint', () => {
  it('I23 tells any change and no order of fields', () => {
    expect(fingerprint({ a: 1, b: { c: ['x'], d: undefined } })).toBe(fingerprint({ b: { c: ['x'] }, a: 1 }));
    const values = [
      null,
      0,
      '0',
      false,
      '',
      [],
      {},
      [''],
      ['', ''],
      { a: null },
      { a: '' },
      ['ab', 'c'],
      ['a', 'bc'],
      [['a'], 'b'],
      [['a', 'b']],
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ];
    expect(new Set(values.map(fingerprint)).size).toBe(values.length);
    const many = Array.from({ length: 50_000 }, (_, index) => fingerprint({ name: `Deal ${index}`, minor: index * 7 }));
    expect(new Set(many).size).toBe(many.length);
  });
});
