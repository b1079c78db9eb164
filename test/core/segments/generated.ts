import type { Id, Instant } from '@kith/core';
import type { Relation, SegmentFilter, SegmentSpec } from '@kith/core/segments';
import fc from 'fast-check';

/** Moments around this one, close to midnights of Vienna and to a change of its clocks. */
const BASE = Date.parse('2026-10-24T20:00:00.000Z');
const HOUR = 3_600_000;

export const START = new Date(BASE).toISOString() as Instant;
export const ZONE = 'Europe/Vienna';

const PAID = { field: 'state', is: 'eq', value: 'paid' } as const;

export const GENERATED_RELATIONS: readonly Relation[] = [
  { name: 'order', of: 'contacts', collection: 'orders', by: 'contactId', at: 'at' },
  { name: 'visit', of: 'contacts', collection: 'orders', by: 'guestIds', at: 'day' },
  {
    name: 'paid',
    of: 'contacts',
    collection: 'orders',
    by: 'contactId',
    at: ['day', 'at'],
    where: { or: [PAID, { field: 'day', is: 'lt', value: { day: 0 } }] },
  },
  { name: 'task', of: 'contacts', collection: 'orders', by: 'contactId' },
  { name: 'friend', of: 'contacts', collection: 'contacts', by: 'friendIds', up: true },
  { name: 'fan', of: 'contacts', collection: 'contacts', by: 'friendIds' },
  { name: 'first', of: 'contacts', collection: 'orders', by: 'orderId', up: true, at: 'at' },
];

const hours = fc.integer({ min: -24 * 5, max: 24 * 5 });
const instant = fc.oneof(
  hours.map((count) => new Date(BASE + count * HOUR).toISOString()),
  fc.constantFrom(
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T22:59:59.999Z',
    '2026-10-25T23:00:00.000Z',
    'soon',
    '2026-11',
  ),
);
const day = fc.oneof(
  fc.integer({ min: 18, max: 31 }).map((number) => `2026-10-${number}`),
  fc.constantFrom('2026-11-01', '2026-1', ''),
);
const contactId = fc.constantFrom('contact_1', 'contact_2', 'contact_3', 'contact_4');
const orderId = fc.constantFrom('order_1', 'order_2', 'order_3', 'order_4', 'order_5');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const contact = fc.record(
  {
    name: fc.constantFrom('Ana', 'Ben'),
    tags: fc.array(fc.constantFrom('vip', 'new'), { maxLength: 2 }),
    seenAt: instant,
    birthDay: day,
    points: fc.integer({ min: 0, max: 3 }),
    friendIds: fc.uniqueArray(contactId, { maxLength: 2 }),
    orderId,
    customFields: fc.record({ size: fc.constantFrom('S', 'L'), due: day }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
const order = fc.record(
  {
    contactId,
    guestIds: fc.uniqueArray(contactId, { maxLength: 2 }),
    at: instant,
    day,
    amount: fc.record({ minor: fc.integer({ min: 1, max: 3 }), currency: fc.constantFrom('EUR', 'USD') }),
    pieces: fc.integer({ min: 0, max: 3 }),
    state: fc.constantFrom('paid', 'open'),
  },
  { requiredKeys: [] },
);

const relativeDay = fc.integer({ min: -3, max: 3 }).map((count) => ({ day: count }));
const relativeStart = fc.integer({ min: -3, max: 3 }).map((count) => ({ startOfDay: count }));
const relativeInstant = fc.integer({ min: -60, max: 60 }).map((count) => ({ instant: count * HOUR }));
const comparison = fc.constantFrom('lt', 'lte', 'gt', 'gte', 'eq', 'ne');
const field = fc.oneof(
  fc.record({
    field: fc.constant('name'),
    is: fc.constantFrom('eq', 'ne'),
    value: fc.constantFrom('Ana', 'Ben', null),
  }),
  fc.record({ field: fc.constant('tags'), is: fc.constant('contains'), value: fc.constantFrom('vip', 'new') }),
  fc.record({ field: fc.constant('points'), is: comparison, value: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ field: fc.constant('customFields.size'), is: fc.constantFrom('eq', 'ne'), value: fc.constant('L') }),
  fc.record({ field: fc.constant('customFields.due'), is: comparison, value: fc.oneof(relativeDay, relativeStart) }),
  fc.record({ field: fc.constant('birthDay'), is: comparison, value: relativeDay }),
  fc.record({
    field: fc.constant('seenAt'),
    is: comparison,
    value: fc.oneof(relativeStart, relativeInstant, relativeDay),
  }),
);
const orderFilter = fc.oneof(
  fc.record({ field: fc.constant('state'), is: fc.constant('eq'), value: fc.constantFrom('paid', 'open') }),
  fc.record({ field: fc.constant('day'), is: comparison, value: relativeDay }),
  fc.record({ field: fc.constant('at'), is: comparison, value: relativeInstant }),
);
const bounds = fc.oneof(
  fc.record({ gte: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ lte: fc.integer({ min: 0, max: 5 }) }),
);
const money = bounds.map((bound) => ({ field: 'amount', currency: 'EUR', ...bound }));
const pieces = bounds.map((bound) => ({ field: 'pieces', ...bound }));
const related = fc
  .record(
    {
      did: fc.constantFrom('order', 'visit', 'paid', 'task', 'first'),
      where: orderFilter,
      within: fc.constantFrom('P2D', 'PT12H', 'P1W', 'P0M', 'P1M'),
      atLeast: fc.integer({ min: 0, max: 2 }),
      atMost: fc.integer({ min: 0, max: 3 }),
      sum: fc.oneof(money, pieces),
      min: pieces,
      max: money,
      last: orderFilter,
    },
    { requiredKeys: ['did'] },
  )
  .map(({ within, ...rest }) => (rest.did === 'task' || within === undefined ? rest : { ...rest, within }));

const segmentId = (number: number) => `segment_${number}` as Id<'segment'>;
/** Contacts around a contact, and perhaps where they are. */
const peers = (below: number) =>
  fc.record(
    {
      did: fc.constantFrom('friend', 'fan'),
      where: field,
      ...(below > 0 && { in: fc.integer({ min: 0, max: below - 1 }).map(segmentId) }),
      atLeast: fc.integer({ min: 0, max: 2 }),
      sum: bounds.map((bound) => ({ field: 'points', ...bound })),
      last: field,
    },
    { requiredKeys: ['did'] },
  );
const leaf = (below: number) =>
  fc.oneof(
    field,
    related,
    peers(below),
    fc.record({ score: fc.constant('fit'), is: fc.constantFrom('lt', 'gte'), value: fc.integer({ min: 0, max: 2 }) }),
    ...(below > 0 ? [fc.integer({ min: 0, max: below - 1 }).map((number) => ({ segment: segmentId(number) }))] : []),
  );
const filterOf = (below: number): fc.Arbitrary<SegmentFilter> =>
  fc.letrec<{ filter: unknown }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaf(below),
      fc.array(tie('filter'), { maxLength: 2 }).map((and) => ({ and })),
      fc.array(tie('filter'), { maxLength: 2 }).map((or) => ({ or })),
      tie('filter').map((not) => ({ not })),
    ),
  })).filter as fc.Arbitrary<SegmentFilter>;

const SEGMENTS = 6;
const segment = (number: number): fc.Arbitrary<SegmentSpec> =>
  filterOf(number).map((filter) => ({ id: segmentId(number), name: `S${number}`, of: 'contacts', filter }));

/** Segments that may look at those before them. */
export const segments: fc.Arbitrary<readonly SegmentSpec[]> = fc.tuple(
  ...Array.from({ length: SEGMENTS }, (_, number) => segment(number)),
);

/** What can happen to a book of contacts and orders. */
export type Event =
  | { readonly kind: 'put'; readonly collection: string; readonly id: string; readonly row: object }
  | { readonly kind: 'patch'; readonly collection: string; readonly id: string; readonly row: object }
  | { readonly kind: 'delete'; readonly collection: string; readonly id: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'time'; readonly hours: number }
  | { readonly kind: 'score'; readonly id: string; readonly score: number | undefined }
  | {
      readonly kind: 'place';
      readonly segment: Id<'segment'>;
      readonly id: string;
      readonly place: 'in' | 'out' | undefined;
    }
  | { readonly kind: 'redefine'; readonly segment: SegmentSpec };

export const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('put'),
        collection: fc.constant('contacts'),
        id: contactId,
        row: contact,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('put'), collection: fc.constant('orders'), id: orderId, row: order }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('patch'),
        collection: fc.constant('contacts'),
        id: contactId,
        row: contact,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('patch'), collection: fc.constant('orders'), id: orderId, row: order }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('delete'), collection: fc.constant('contacts'), id: contactId }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('delete'), collection: fc.constant('orders'), id: orderId }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo') }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('time'),
        hours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(-24, 24, -3, 0.001)),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('score'), id: contactId, score: maybe(fc.integer({ min: 0, max: 2 })) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('place'),
        segment: fc.integer({ min: 0, max: SEGMENTS - 1 }).map(segmentId),
        id: contactId,
        place: fc.constantFrom('in', 'out', undefined),
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 0, max: SEGMENTS - 1 })
        .chain(segment)
        .map((redefined) => ({ kind: 'redefine', segment: redefined })),
    },
  ) as fc.Arbitrary<Event>,
  { minLength: 5, maxLength: 40 },
);
