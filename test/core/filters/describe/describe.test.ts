import type { Filter } from '@kith/core';
import { type DescribeWords, describeFilter } from '@kith/core/describe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../../support/fuzz.js';

const HOUR = 3_600_000;
const EN: DescribeWords = {
  fields: {
    name: 'name',
    amount: 'amount',
    stageId: { name: 'stage', values: { stage_a: 'Proposal', stage_b: 'Won' } },
    expectedCloseDay: 'close date',
    createdAt: 'creation',
    companyId: 'company',
  },
  timeZone: 'Europe/Vienna',
};
const ZH: DescribeWords = {
  fields: {
    name: '名称',
    amount: '金额',
    stageId: { name: '阶段', values: { stage_a: '报价', stage_b: '赢单' } },
    expectedCloseDay: '预计成交日',
    createdAt: '创建时间',
    companyId: '公司',
    employees: '员工数',
  },
  timeZone: 'Europe/Vienna',
};
const both = (filter: Filter): readonly string[] => [
  describeFilter(filter, 'en', EN),
  describeFilter(filter, 'zh-Hans', ZH),
];
const not = (filter: Filter): Filter => ({ not: filter });

const proposal: Filter = { field: 'stageId', is: 'eq', value: 'stage_a' };
const among: Filter = { field: 'stageId', is: 'in', value: ['stage_a', 'stage_b'] };
const large: Filter = {
  and: [
    { field: 'amount.currency', is: 'eq', value: 'EUR' },
    { field: 'amount.minor', is: 'gte', value: 10_000_00 },
  ],
};

describe('a filter in words', () => {
  const OPERATORS: readonly (readonly [Filter, string, string])[] = [
    [proposal, 'stage is Proposal', '阶段为报价'],
    [not(proposal), 'stage is not Proposal', '阶段不为报价'],
    [{ field: 'stageId', is: 'ne', value: 'stage_a' }, 'stage is not Proposal', '阶段不为报价'],
    [not({ field: 'stageId', is: 'ne', value: 'stage_a' }), 'stage is Proposal', '阶段为报价'],
    [among, 'stage is any of Proposal or Won', '阶段为报价或赢单中的任意一个'],
    [not(among), 'stage is none of Proposal or Won', '阶段不为报价或赢单中的任何一个'],
    [{ field: 'stageId', is: 'in', value: ['stage_b'] }, 'stage is Won', '阶段为赢单'],
    [{ field: 'name', is: 'contains', value: 'Acme' }, 'name contains “Acme”', '名称包含“Acme”'],
    [not({ field: 'name', is: 'contains', value: 'Acme' }), 'name does not contain “Acme”', '名称不包含“Acme”'],
    [{ field: 'name', is: 'startsWith', value: 'A' }, 'name starts with “A”', '名称以“A”开头'],
    [not({ field: 'name', is: 'startsWith', value: 'A' }), 'name does not start with “A”', '名称不以“A”开头'],
    [{ field: 'companyId', is: 'exists', value: false }, 'company is empty', '公司为空'],
    [not({ field: 'companyId', is: 'exists', value: false }), 'company is not empty', '公司不为空'],
    [{ field: 'companyId', is: 'eq', value: null }, 'company is empty', '公司为空'],
    [{ field: 'name', is: 'lt', value: 'M' }, 'name comes before “M”', '名称排在“M”之前'],
    [not({ field: 'name', is: 'lt', value: 'M' }), 'name does not come before “M”', '名称并非排在“M”之前'],
    [{ and: [] }, 'everything', '全部'],
    [{ or: [] }, 'nothing', '无'],
    [{ field: 'name', is: 'in', value: [] }, 'nothing', '无'],
    [{ field: 'name', is: 'eq', value: true }, 'name is yes', '名称为是'],
  ];
  it.each(OPERATORS)('F22 says %j', (filter, english, chinese) => {
    expect(both(filter)).toEqual([english, chinese]);
  });

  const FIGURES: readonly (readonly [Filter, string, string])[] = [
    [large, 'amount is at least €10,000', '金额不少于€10,000'],
    [not(large), 'not (amount is at least €10,000)', '不满足（金额不少于€10,000）'],
    [
      {
        and: [
          { field: 'amount.minor', is: 'gt', value: 9_007_199_254_740_991 },
          { field: 'amount.currency', is: 'eq', value: 'EUR' },
        ],
      },
      'amount is more than €90,071,992,547,409.91',
      '金额大于€90,071,992,547,409.91',
    ],
    [
      {
        and: [
          { field: 'amount.minor', is: 'lt', value: 1500 },
          { field: 'amount.currency', is: 'eq', value: 'JPY' },
        ],
      },
      'amount is less than ¥1,500',
      '金额小于JP¥1,500',
    ],
    [
      { field: 'amount.minor', is: 'lte', value: 5000 },
      'amount is at most 5,000 minor units',
      '金额不超过5,000个最小货币单位',
    ],
    [
      {
        and: [
          { field: 'employees', is: 'gte', value: 10 },
          { field: 'employees', is: 'lte', value: 1234.5 },
        ],
      },
      'employees is between 10 and 1,234.5',
      '员工数介于10和1,234.5之间',
    ],
    [
      { field: 'expectedCloseDay', is: 'lte', value: '2026-12-18' },
      'close date is Dec 18, 2026 or earlier',
      '预计成交日不晚于2026年12月18日',
    ],
    [
      not({ field: 'expectedCloseDay', is: 'lte', value: '2026-12-18' }),
      'close date is not Dec 18, 2026 or earlier',
      '预计成交日并非不晚于2026年12月18日',
    ],
  ];
  it.each(FIGURES)('F23 writes numbers, money and dates as the language does: %j', (filter, english, chinese) => {
    expect(both(filter)).toEqual([english, chinese]);
  });

  it('F23 shows a moment in the reader’s zone', () => {
    const filter: Filter = { field: 'createdAt', is: 'gt', value: '2026-11-22T23:30:00.000Z' };
    expect(describeFilter(filter, 'en', EN)).toMatch(/^creation is later than Nov 23, 2026, 12:30\sAM$/);
    expect(describeFilter(filter, 'zh-Hans', ZH)).toBe('创建时间晚于2026年11月23日 00:30');
  });

  const closes = (is: 'eq' | 'lt' | 'lte' | 'gt' | 'gte', day: number): Filter => ({
    field: 'expectedCloseDay',
    is,
    value: { day },
  });
  const RELATIVES: readonly (readonly [Filter, string, string])[] = [
    [closes('eq', 0), 'close date is today', '预计成交日为今天'],
    [closes('lt', 0), 'close date is earlier than today', '预计成交日早于今天'],
    [closes('gte', 1), 'close date is tomorrow or later', '预计成交日不早于明天'],
    [closes('gte', -14), 'close date is 14 days ago or later', '预计成交日不早于14天前'],
    [closes('lte', 30), 'close date is 30 days from today or earlier', '预计成交日不晚于30天后'],
    [{ and: [closes('gte', -14), closes('lte', 0)] }, 'close date is in the last 14 days', '预计成交日在最近14天内'],
    [{ and: [closes('lte', 7), closes('gte', 0)] }, 'close date is in the next 7 days', '预计成交日在未来7天内'],
    [{ field: 'createdAt', is: 'gte', value: { day: -14 } }, 'creation is in the last 14 days', '创建时间在最近14天内'],
    [
      { field: 'createdAt', is: 'lt', value: { instant: -HOUR } },
      'creation is more than 1 hour ago',
      '创建时间早于1小时前',
    ],
    [
      { field: 'createdAt', is: 'gte', value: { instant: -90 * 60_000 } },
      'creation is in the last 90 minutes',
      '创建时间在最近90分钟内',
    ],
    [
      not({ field: 'createdAt', is: 'gte', value: { day: -14 } }),
      'creation is not 14 days ago or later',
      '创建时间并非不早于14天前',
    ],
    [{ field: 'at', is: 'lte', value: { instant: 0 } }, 'at is now or earlier', 'at不晚于现在'],
    [{ field: 'at', is: 'gt', value: { instant: 2 * HOUR } }, 'at is later than 2 hours from now', 'at晚于2小时后'],
    [
      {
        and: [
          { field: 'createdAt', is: 'gte', value: { startOfDay: -1 } },
          { field: 'createdAt', is: 'lt', value: { startOfDay: 0 } },
        ],
      },
      'creation is yesterday',
      '创建时间为昨天',
    ],
    [
      { field: 'createdAt', is: 'gte', value: { startOfDay: -3 } },
      'creation is the start of the day 3 days ago or later',
      '创建时间不早于3天前零点',
    ],
  ];
  it.each(RELATIVES)('F24 says relative dates as people do: %j', (filter, english, chinese) => {
    expect(both(filter)).toEqual([english, chinese]);
  });

  it('F25 calls a field by its path where nobody names it', () => {
    expect(describeFilter({ field: 'stageEnteredAt', is: 'exists', value: true }, 'en')).toBe(
      'stage entered at is not empty',
    );
    expect(describeFilter({ field: 'customFields.leadSource', is: 'eq', value: 'Fair' }, 'en')).toBe(
      'custom fields lead source is “Fair”',
    );
    expect(describeFilter({ field: 'constructor', is: 'eq', value: 'toString' }, 'en', { fields: {} })).toBe(
      'constructor is “toString”',
    );
    expect(describeFilter(proposal, 'en', { fields: { stageId: { name: 'stage', values: {} } } })).toBe(
      'stage is “stage_a”',
    );
    expect(
      describeFilter({ field: 'metAt', is: 'gte', value: { day: -7 } }, 'en', {
        fields: { metAt: { name: 'met', past: true } },
      }),
    ).toBe('met is in the last 7 days');
    expect(describeFilter({ field: 'name', is: 'contains', value: '$& … $1' }, 'en')).toBe('name contains “$& … $1”');
  });

  it('F26 sets groups within groups apart', () => {
    const acme: Filter = { field: 'name', is: 'contains', value: 'Acme' };
    expect(both({ and: [proposal, { or: [acme, large] }] })).toEqual([
      'stage is Proposal and (name contains “Acme” or amount is at least €10,000)',
      '阶段为报价且（名称包含“Acme”或金额不少于€10,000）',
    ]);
    expect(both({ or: [{ and: [proposal, acme] }, not({ or: [acme, proposal] })] })).toEqual([
      '(stage is Proposal and name contains “Acme”) or not (name contains “Acme” or stage is Proposal)',
      '（阶段为报价且名称包含“Acme”）或不满足（名称包含“Acme”或阶段为报价）',
    ]);
  });

  it('F26 never has "and" and "or" side by side', () => {
    const trees = fc.letrec<{ filter: Filter }>((tie) => ({
      filter: fc.oneof(
        { maxDepth: 5 },
        fc.constant(proposal),
        fc.array(tie('filter'), { maxLength: 3 }).map((and) => ({ and })),
        fc.array(tie('filter'), { maxLength: 3 }).map((or) => ({ or })),
        tie('filter').map(not),
      ),
    })).filter;
    fc.assert(
      fc.property(trees, (tree) => {
        let sentence = describeFilter(tree, 'en', EN);
        // Innermost groups first: each must be joined by one word only.
        for (let group = /\([^()]*\)/.exec(sentence); group; group = /\([^()]*\)/.exec(sentence)) {
          expect(/ and /.test(group[0]) && / or /.test(group[0]), sentence).toBe(false);
          sentence = sentence.replace(group[0], 'x');
        }
        expect(/ and /.test(sentence) && / or /.test(sentence), sentence).toBe(false);
      }),
      fuzz(1000),
    );
  });

  it('F30 says ten thousand conditions in no more time per condition than ten', () => {
    const range = (index: number): Filter[] => [
      { field: `f${index}`, is: 'gte', value: 1 },
      { field: `f${index}.currency`, is: 'eq', value: 'EUR' },
      { field: `f${index}.minor`, is: 'lt', value: 500 },
      { field: `f${index}`, is: 'lte', value: 9 },
    ];
    let compared = 0;
    const counted = (filter: Filter): Filter =>
      new Proxy(filter, {
        get(target, key) {
          compared++;
          return Reflect.get(target, key);
        },
      });
    const readsFor = (count: number): number => {
      compared = 0;
      const and = Array.from({ length: count }, (_, index) => range(index)).flat();
      const sentence = describeFilter({ and: and.map(counted) }, 'en');
      expect(sentence).toContain(`f${count - 1} is between 1 and 9`);
      return compared / count;
    };
    expect(readsFor(2_500)).toBeLessThan(readsFor(10) * 2);
  });
});
