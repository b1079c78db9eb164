import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Day } from '@kith/core';
import { blockingKeys, compareIdentities, type Identity, type IdentitySource, identityOf } from '@kith/core/duplicates';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../support/data.js';

const person = (source: IdentitySource): Identity => identityOf(source);
const verdict = (left: IdentitySource, right: IdentitySource, comparing: 'people' | 'companies' = 'people'): string =>
  compareIdentities(identityOf(left), identityOf(right), comparing).verdict;
const evidence = (left: IdentitySource, right: IdentitySource, comparing: 'people' | 'companies' = 'people') =>
  compareIdentities(identityOf(left), identityOf(right), comparing).reasons.map((reason) => reason.evidence);

describe('comparing identities', () => {
  it('DU10 says why: each reason with its weight and value, the strongest first', () => {
    const { probability, reasons } = compareIdentities(
      person({ name: 'Léa Fontanel', emails: ['lea@brama.example'], companyName: 'Brama S.A.' }),
      person({ name: 'FONTANEL Lea', emails: ['LEA+news@brama.example'], companyName: 'Brama' }),
      'people',
    );
    expect(reasons).toEqual([
      { evidence: 'same-email', weight: 12, value: 'lea@brama.example' },
      { evidence: 'same-name', weight: 7, value: 'fontanel lea' },
      { evidence: 'same-company', weight: 4, value: 'brama' },
    ]);
    expect(probability).toBeCloseTo(1 / (1 + 2 ** -17), 12);
  });

  it('DU11 never counts what is missing', () => {
    expect(evidence({}, {})).toEqual([]);
    expect(evidence({ name: 'Léa Fontanel' }, { emails: ['lea@brama.example'] })).toEqual([]);
    expect(verdict({ emails: ['', ' '], phones: [''], companyName: '' }, { emails: [''], phones: [''] })).toBe(
      'different',
    );
  });

  it('DU12 tells people apart who share an address, a switchboard or a name', () => {
    const lea = { name: 'Léa Fontanel', phones: ['+33 1 5550 1010'], companyName: 'Brama S.A.' };
    expect(verdict(lea, { ...lea, name: 'Paul Mercier' })).toBe('different');
    expect(
      verdict(
        { name: 'Anna Berger', emails: ['familie@berger.example'] },
        { name: 'Jakob Lang', emails: ['familie@berger.example'] },
      ),
    ).toBe('possible');
    expect(verdict({ name: 'Anna Berger' }, { name: 'Anna Berger' })).toBe('possible');
    expect(verdict({ name: '王伟' }, { name: '王伟' })).toBe('different');
    expect(
      verdict({ name: '王小明', companyName: '华夏科技有限公司' }, { name: '王小红', companyName: '华夏科技有限公司' }),
    ).toBe('different');
    expect(
      verdict(
        { name: '劉曉東', companyName: '上海華夏科技股份有限公司' },
        { name: '刘晓东', companyName: '上海华夏科技' },
      ),
    ).toBe('likely');
    expect(verdict(lea, { ...lea, name: 'Lea Fontanell' })).toBe('same');
  });

  it('DU13 holds companies of one name in two places for two', () => {
    const shanghai = { companyName: '上海华夏科技有限公司' };
    expect(verdict(shanghai, { companyName: '北京华夏科技有限公司' }, 'companies')).toBe('different');
    expect(evidence(shanghai, { companyName: '北京华夏科技有限公司' }, 'companies')).toEqual(['company-elsewhere']);
    expect(verdict(shanghai, { companyName: '上海華夏科技集團' }, 'companies')).toBe('possible');
    expect(
      verdict(
        { companyName: 'Brama GmbH', website: 'brama.example' },
        { companyName: 'BRAMA', emails: ['info@brama.example'] },
        'companies',
      ),
    ).toBe('same');
    expect(verdict({ companyName: 'A', taxId: 'ATU 123' }, { companyName: 'A', taxId: 'atu-999' }, 'companies')).toBe(
      'different',
    );
  });

  it('DU14 has a key in common wherever two are likely one', () => {
    const pairs: readonly (readonly [IdentitySource, IdentitySource])[] = [
      [{ emails: ['lea@brama.example'] }, { emails: ['Lea+x@brama.example'] }],
      [{ phones: ['+43 1 5550101'] }, { phones: ['01/555 01 01'], country: 'AT' }],
      [
        { name: 'Jonathon Meyer', companyName: 'Brama GmbH' },
        { name: 'Meyer, Jonathan', companyName: 'BRAMA' },
      ],
      [
        { name: 'Geraldine Fontanel', website: 'brama.example' },
        { name: 'Jeraldine Fontanell', emails: ['g@brama.example'] },
      ],
      [{ companyName: '上海華夏科技股份有限公司' }, { companyName: '华夏科技' }],
      [{ name: '劉曉東' }, { name: '刘晓东' }],
    ];
    for (const [left, right] of pairs) {
      const keys = new Set(blockingKeys(identityOf(left)));
      expect([left, blockingKeys(identityOf(right)).some((key) => keys.has(key))]).toEqual([left, true]);
    }
    expect(blockingKeys(identityOf({}))).toEqual([]);
    const crowded = { emails: Array.from({ length: 500 }, (_, index) => `a${index}@b.example`) };
    expect(blockingKeys(identityOf(crowded)).length).toBeLessThanOrEqual(21);
  });
});

interface Labelled {
  readonly truth: string;
  readonly source: IdentitySource;
}

function table(text: string): readonly ReadonlyMap<string, string>[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = header.split(',').map((name) => name.trim());
  return lines.map((line) => new Map(line.split(',').map((cell, place) => [names[place] ?? '', cell.trim()])));
}

/** Pairs that share a key and are likely one, held against the truth. */
function judge(rows: readonly Labelled[]): {
  readonly precision: number;
  readonly recall: number;
  readonly pairs: number;
} {
  const identities = rows.map(({ source }) => identityOf(source));
  const byKey = new Map<string, number[]>();
  let right = 0;
  let wrong = 0;
  let pairs = 0;
  for (const [index, identity] of identities.entries()) {
    const keys = blockingKeys(identity);
    const candidates = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    for (const candidate of candidates) {
      pairs++;
      const other = identities[candidate];
      if (!other || compareIdentities(identity, other, 'people').probability < 0.9) continue;
      if (rows[index]?.truth === rows[candidate]?.truth) right++;
      else wrong++;
    }
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), index]);
  }
  const sizes = new Map<string, number>();
  for (const { truth } of rows) sizes.set(truth, (sizes.get(truth) ?? 0) + 1);
  const all = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return { precision: right / (right + wrong), recall: right / all, pairs };
}

const day = (digits: string): Day | undefined =>
  /^\d{8}$/.test(digits) ? (`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as Day) : undefined;

const febrl = dataFolder('febrl');
describe.skipIf(!febrl)('published records of people with their duplicates (FEBRL, Christen 2008)', () => {
  it('DU15 finds most of them and takes nobody for another', () => {
    for (const [file, recall] of [
      ['dataset1.csv', 0.75],
      ['dataset2.csv', 0.5],
      ['dataset3.csv', 0.5],
    ] as const) {
      const rows = table(readFileSync(path.join(febrl ?? '', file), 'utf8')).map((row) => ({
        truth: row.get('rec_id')?.split('-')[1] ?? '',
        source: {
          givenName: row.get('given_name'),
          familyName: row.get('surname'),
          street: `${row.get('street_number')} ${row.get('address_1')}`,
          postalCode: row.get('postcode'),
          birthDate: day(row.get('date_of_birth') ?? ''),
        },
      }));
      const found = judge(rows);
      console.info(file, found);
      expect(found.precision).toBeGreaterThan(0.99);
      expect(found.recall).toBeGreaterThan(recall);
    }
  });
});

const splink = dataFolder('splink_fake');
describe.skipIf(!splink)('published records of people with their clusters (Splink)', () => {
  it('DU15 finds most of them and takes hardly anybody for another', () => {
    const rows = table(readFileSync(path.join(splink ?? '', 'fake_1000.csv'), 'utf8')).map((row) => ({
      truth: row.get('cluster') ?? '',
      source: {
        givenName: row.get('first_name'),
        familyName: row.get('surname'),
        emails: [row.get('email') ?? ''],
        birthDate: row.get('dob') as Day | undefined,
      },
    }));
    const found = judge(rows);
    console.info('fake_1000.csv', found);
    expect(found.precision).toBeGreaterThan(0.95);
    expect(found.recall).toBeGreaterThan(0.33);
  });
});
