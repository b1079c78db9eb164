import type { Result } from '@kith/core';
import { customValues, type Field, type FieldDefinition, isEmpty } from '@kith/core/fields';
import {
  csvTable,
  type FieldColumnsOptions,
  fieldColumns,
  type Mapping,
  mapRow,
  parseMapping,
  planImport,
  withFields,
  writeFieldRows,
} from '@kith/core/imports';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { valueOf } from '../../support/result.js';
import { field, registryOf } from '../fields/registry-of.js';

type CustomValue = NonNullable<FieldDefinition['default']>;

/** The row, or what is wrong with it. */
function rowOf<Row>(result: Result<Row, readonly unknown[]>): Row {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const registry = registryOf(
  field({ name: 'budget', type: 'money', labels: { en: 'Budget', 'zh-Hans': '预算', de: 'Spielraum' } }),
  field({ name: 'share', type: 'percent', labels: { en: 'Share' } }),
  field({ name: 'begins', type: 'day', labels: { en: 'Begins on' } }),
  field({ name: 'agreed', type: 'boolean', labels: { en: 'Agreed' } }),
  field({
    name: 'channel',
    type: 'choice',
    options: [
      { value: 'f', labels: { en: 'Fair', 'zh-Hans': '展会' } },
      { value: 'w', labels: { en: 'Web' } },
    ],
  }),
  field({ name: 'wishes', type: 'choices', options: [{ value: 'a', labels: { en: 'Solar' } }, { value: 'b' }] }),
  field({ name: 'partner', type: 'reference', to: 'company' }),
  field({ name: 'twice', type: 'formula', formula: 'share * 2' }),
  field({ name: 'one', type: 'text', labels: { en: 'Same' } }),
  field({ name: 'two', type: 'text', labels: { en: 'same ' } }),
);
const deals = registry.fieldsOf('deal');
const columnsFor = (columns: readonly string[], options: FieldColumnsOptions = {}) =>
  fieldColumns(registry, deals, columns, options);
const mappingFor = (columns: readonly string[], options: FieldColumnsOptions = {}): Mapping => {
  const { fields, lookups } = columnsFor(columns, options);
  return { name: 'Deals', into: 'deals', system: 'shop', externalId: ['id'], fields, lookups };
};
const read = (cells: Readonly<Record<string, string>>, options: FieldColumnsOptions = {}) => {
  const header = ['id', ...Object.keys(cells)];
  const plan = valueOf(planImport(mappingFor(header.slice(1), options), header));
  const find = (_: string, key: string) => ({ entities: key === '17' ? [{ id: 'company_brama' }] : [] });
  return mapRow(['1', ...Object.values(cells)], plan, { find, make: () => ({}) });
};

describe('columns for fields', () => {
  it('I24 finds a field by its name, its path, or its label in any language', () => {
    const columns = ['预算', 'SHARE', 'customFields.begins', 'Vertrag', 'Name', 'tags'];
    const { fields, left } = columnsFor(columns, { named: { Vertrag: 'agreed' } });
    expect(fields.map((each) => each.field)).toEqual([
      'customFields.budget',
      'customFields.share',
      'customFields.begins',
      'customFields.agreed',
      'name',
      'tags',
    ]);
    expect(left).toEqual([]);
    const mapping = mappingFor(columns);
    expect(valueOf(parseMapping(JSON.parse(JSON.stringify(mapping))))).toEqual(mapping);
  });

  it('I24 names the columns that become no field, with the reason', () => {
    const { fields, left } = columnsFor(['Budgte', 'Same', 'twice', 'Budget', 'Spielraum', 'Contacts', 'one']);
    expect(left).toEqual([
      { column: 'Budgte', because: 'unknown', near: ['Budget', 'budget'] },
      { column: 'Same', because: 'ambiguous', near: ['one', 'two'] },
      { column: 'twice', because: 'read-only', near: [] },
      { column: 'Spielraum', because: 'repeated', near: [] },
      { column: 'Contacts', because: 'listed', near: [] },
    ]);
    expect(fields.map((each) => each.field)).toEqual(['customFields.budget', 'customFields.one']);
  });

  it('I25 reads cells by the type of their field', () => {
    const row = rowOf(
      read(
        {
          Budget: '€ -1.234,5',
          Share: '12,5 %',
          'Begins on': '5.3.2026',
          Agreed: 'JA',
          channel: '展会',
          wishes: 'SOLAR, b,',
          partner: '17',
        },
        {
          decimal: ',',
          grouping: '.',
          ignore: ['€'],
          currency: 'EUR',
          day: 'd.M.yyyy',
          separator: ',',
          references: { system: 'shop' },
        },
      ),
    );
    expect(Object.fromEntries(row.fields)).toEqual({
      'customFields.budget': { minor: -123_450, currency: 'EUR' },
      'customFields.share': 12.5,
      'customFields.begins': '2026-03-05',
      'customFields.agreed': true,
      'customFields.channel': 'f',
      'customFields.wishes': ['a', 'b'],
      'customFields.partner': 'company_brama',
    });
    for (const text of ['JPY 12', '12 JPY', '12JPY'])
      expect(rowOf(read({ Budget: text })).fields.get('customFields.budget')).toEqual({ minor: 12, currency: 'JPY' });
    expect(rowOf(read({ Agreed: '否' })).fields.get('customFields.agreed')).toBe(false);
    expect(rowOf(read({ Agreed: 'Jein' }, { yes: ['jein'] })).fields.get('customFields.agreed')).toBe(true);
  });

  it.each([
    [{ Budget: '12.50' }, 'imports/no-currency'],
    [{ Budget: '12.505 EUR' }, 'imports/too-many-decimals'],
    [{ Budget: 'a lot' }, 'imports/no-currency'],
    [{ Share: 'half' }, 'imports/not-a-number'],
    [{ 'Begins on': '2026-02-30' }, 'imports/no-such-day'],
    [{ Agreed: 'perhaps' }, 'imports/unknown-choice'],
    [{ channel: 'Radio' }, 'imports/unknown-choice'],
    [{ wishes: 'Solar; Wind' }, 'imports/unknown-choice'],
    [{ partner: '99' }, 'imports/not-found'],
  ])('I25 refuses %o with its column', (cells, code) => {
    expect(read(cells)).toMatchObject({ ok: false, problem: [{ code, path: Object.keys(cells)[0] }] });
  });
});

/** Words with all that files and spreadsheets stumble over. A NUL is refused by the reader (I8). */
const word = fc
  .oneof(
    fc.string({ maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom(';', ' ', '\\', "'", '"', '=', '-', '\n', '\r', ',', 'a', 'A', '\t', '预'),
      maxLength: 6,
    }),
  )
  .filter((text) => text !== '' && !text.includes('\0'));
const labels = fc.oneof(fc.record({ en: word }), fc.record({ en: word, 'zh-Hans': word }));
const options = fc.uniqueArray(fc.record({ value: word, labels }), {
  minLength: 1,
  maxLength: 4,
  selector: (each) => each.value,
});
const day = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const currency = fc.constantFrom('EUR', 'JPY', 'KWD');

/** A value that fits a field, or nothing. */
function valueFor(definition: FieldDefinition): fc.Arbitrary<CustomValue | undefined> {
  const keys = (definition.options ?? []).map(({ value }) => value);
  const filled: fc.Arbitrary<CustomValue> = (() => {
    switch (definition.type) {
      case 'number':
      case 'percent':
        return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
      case 'money':
        return fc.record({ minor: fc.maxSafeInteger().map((minor) => (minor === 0 ? 0 : minor)), currency });
      case 'boolean':
        return fc.boolean();
      case 'day':
        return day.map((date) => date.toISOString().slice(0, 10));
      case 'instant':
        return day.map((date) => date.toISOString());
      case 'choice':
        return fc.constantFrom(...keys);
      case 'choices':
        return fc.shuffledSubarray(keys);
      default:
        return word;
    }
  })();
  return fc.option(filled, { nil: undefined });
}

const TYPES = [
  'text',
  'longText',
  'number',
  'percent',
  'money',
  'boolean',
  'day',
  'instant',
  'choice',
  'choices',
  'phone',
] as const;
const definitions = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...TYPES), fc.nat(30), labels, options).map(
    ([type, number, words, choices]): FieldDefinition => ({
      on: 'deal',
      name: `field${number}`,
      type,
      labels: words,
      ...((type === 'choice' || type === 'choices') && { options: choices }),
    }),
  ),
  { minLength: 1, maxLength: 6, selector: ({ name }) => name },
);

/** A field as a registry has it; labels may be anything here. */
const fieldOf = (definition: FieldDefinition): Field => ({
  ...definition,
  path: `customFields.${definition.name}`,
  origin: 'host',
  valueType: definition.type as Field['valueType'],
  isMany: definition.type === 'choices',
  isReadOnly: false,
});

describe('rows that are written and read back', () => {
  it('I26 are exactly what they were', () => {
    fc.assert(
      fc.property(
        definitions.chain((made) =>
          fc.tuple(
            fc.constant(made),
            fc.array(fc.tuple(...made.map(valueFor)), { maxLength: 5 }),
            fc.constantFrom('en', 'zh-Hans-CN', 'fr'),
            fc.constantFrom(',', ';', '\t', '|'),
          ),
        ),
        ([made, values, language, delimiter]) => {
          const fields = [
            fieldOf({ on: 'deal', name: 'rowNumber', type: 'text', labels: { en: 'rowNumber' } }),
            ...made.map(fieldOf),
          ];
          const rows = values.map((each, index) => ({
            customFields: Object.fromEntries(
              [[`rowNumber`, String(index)], ...made.map(({ name }, at) => [name, each[at]])].filter(
                ([, value]) => !isEmpty(value),
              ),
            ),
          }));
          const table = csvTable({ delimiter });
          const pieces = [...writeFieldRows(fields, rows, { language, delimiter: delimiter as ',' })];
          const records = [...pieces.flatMap((piece) => valueOf(table.push(piece))), ...valueOf(table.end())];
          const header = table.header ?? [];
          const { fields: mapped, lookups, left } = fieldColumns(registry, fields, header, { isOurs: true });
          expect(left).toEqual([]);
          const mapping = {
            name: 'Back',
            into: 'deals',
            system: 'us',
            externalId: [header[0] ?? ''],
            fields: mapped,
            lookups,
          };
          const plan = valueOf(planImport(mapping as Mapping, header));
          const back = records.map(({ cells, problem }) => {
            expect(problem).toBeUndefined();
            const row = rowOf(mapRow(cells, plan, { find: () => ({ entities: [] }), make: () => ({}) }));
            return customValues(withFields({}, row.fields));
          });
          expect(back).toEqual(rows.map(customValues));
        },
      ),
      fuzz(250),
    );
  });
});
