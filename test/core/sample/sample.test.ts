import {
  Activity,
  Company,
  Contact,
  type Day,
  Deal,
  dayIn,
  type Instant,
  Pipeline,
  Product,
  Team,
  User,
} from '@kith/core';
import { type SampleOptions, type SampleRow, sample, sampleSizes } from '@kith/core/sample';
import { describe, expect, it } from 'vitest';

const until = '2026-11-20' as Day;
const end = '2026-11-20T23:59:59.999Z' as Instant;
const book = (options: Partial<SampleOptions> = {}): readonly SampleRow[] => [
  ...sample({ seed: 'book', size: 4_000, until, ...options }),
];
/** Up to the deals: what people did for them takes as long again. */
function dealsOf(options: Partial<SampleOptions>): readonly SampleRow[] {
  const rows: SampleRow[] = [];
  for (const row of sample({ seed: 'book', size: 4_000, until, ...options })) {
    if (row.collection === 'activities') break;
    rows.push(row);
  }
  return rows;
}
const usual = book();
const schemas = {
  teams: Team,
  users: User,
  products: Product,
  pipelines: Pipeline,
  companies: Company,
  contacts: Contact,
  deals: Deal,
  activities: Activity,
};
function of<Name extends SampleRow['collection']>(
  rows: readonly SampleRow[],
  collection: Name,
): readonly Extract<SampleRow, { collection: Name }>['entity'][] {
  return rows.filter((row) => row.collection === collection).map((row) => row.entity) as never;
}
const count = <Item>(items: readonly Item[], test: (item: Item) => boolean): number => items.filter(test).length;

describe('sample', () => {
  it('SB1 is the same for the same seed, and another for another', () => {
    const text = (options: Partial<SampleOptions>): string => JSON.stringify(book({ size: 500, ...options }));
    expect(text({})).toBe(text({}));
    expect(text({ seed: 7 })).toBe(text({ seed: 7 }));
    expect(text({ seed: 8 })).not.toBe(text({ seed: 7 }));
    expect(text({ size: 501 })).not.toBe(text({}));
  });

  it('SB1 does not depend on the machine: a row known by heart', () => {
    const deal = of(book({ seed: 1, size: 50 }), 'deals')[0];
    expect({ name: deal?.name, amount: deal?.amount, id: deal?.id }).toMatchInlineSnapshot(`
      {
        "amount": {
          "currency": "EUR",
          "minor": 6240000,
        },
        "id": "deal_01M0FQ88S0RSHQ72F7Z01CGT70",
        "name": "Rammeavtale 2027",
      }
    `);
  });

  it.each([50, 51, 97, 499, 500, 1_999, 2_000])('SB2 has exactly %i rows', (size) => {
    const rows = book({ size });
    expect(rows).toHaveLength(size);
    for (const [collection, wanted] of Object.entries(sampleSizes(size))) {
      expect(of(rows, collection as SampleRow['collection'])).toHaveLength(wanted);
      expect(wanted).toBeGreaterThan(0);
    }
  });

  it.each([49, 1_000_001, 60.5, Number.NaN])('SB2 throws for a size of %d', (size) => {
    expect(() => book({ size })).toThrow(/from 50 to 1000000/);
  });

  it('SB2 throws for a day that is none and for languages it does not have', () => {
    expect(() => book({ until: 'soon' as Day })).toThrow(/until is a day or a moment/);
    expect(() => book({ languages: ['tlh'] })).toThrow(/languages are some of en, de/);
  });

  it('SB3 fits its schemas, with an id for each row', () => {
    const rows = usual;
    for (const { collection, entity } of rows) {
      const parsed = schemas[collection].safeParse(entity);
      if (!parsed.success) expect.fail(`${entity.id}: ${JSON.stringify(parsed.error.issues)}`);
    }
    expect(new Set(rows.map((row) => row.entity.id)).size).toBe(rows.length);
  });

  it('SB4 names only what came before', () => {
    const known = new Set<string>();
    const unknown: string[] = [];
    const references = (value: unknown, field: string): readonly string[] => {
      if (typeof value === 'string') return /(Id|By)$/.test(field) ? [value] : [];
      if (Array.isArray(value))
        return value.flatMap((item) => (/Ids$/.test(field) ? [item as string] : references(item, field)));
      return typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => references(inner, key))
        : [];
    };
    for (const row of usual) {
      if (row.collection === 'pipelines') for (const stage of row.entity.stages) known.add(stage.id);
      for (const reference of references(row.entity, ''))
        if (!known.has(reference)) unknown.push(`${row.entity.id} names ${reference}`);
      known.add(row.entity.id);
    }
    expect(unknown).toEqual([]);
  });

  it('SB5 ends on its day', () => {
    expect(usual.filter(({ entity }) => entity.createdAt > entity.modifiedAt || entity.modifiedAt > end)).toEqual([]);
    expect(of(usual, 'activities').filter((activity) => activity.at > end !== (activity.status === 'planned'))).toEqual(
      [],
    );
    const planned = of(usual, 'activities').filter((activity) => activity.status === 'planned');
    expect(planned.length).toBeGreaterThan(20);
    expect(planned.every((activity) => activity.completedAt === undefined)).toBe(true);
  });

  it('SB6 has deals whose history agrees with itself', () => {
    const rows = usual;
    const pipelines = new Map(of(rows, 'pipelines').map((pipeline) => [pipeline.id, pipeline]));
    for (const deal of of(rows, 'deals')) {
      const pipeline = pipelines.get(deal.pipelineId)!;
      const places = deal.stageHistory.map((stay) => pipeline.stages.findIndex((stage) => stage.id === stay.stageId));
      const stage = pipeline.stages[places.at(-1)!]!;
      expect(deal.stageHistory[0]!.enteredAt).toBe(deal.createdAt);
      expect(deal.stageHistory.at(-1)).toMatchObject({ stageId: deal.stageId, enteredAt: deal.stageEnteredAt });
      expect(deal.stageHistory.at(-1)).not.toHaveProperty('leftAt');
      expect(places.every((place, index) => index === 0 || place > places[index - 1]!)).toBe(true);
      expect(
        deal.stageHistory
          .slice(1)
          .every(
            (stay, index) =>
              stay.enteredAt === deal.stageHistory[index]!.leftAt &&
              stay.enteredAt > deal.stageHistory[index]!.enteredAt,
          ),
      ).toBe(true);
      expect(deal.status).toBe(stage.type);
      expect(deal.actualCloseDay !== undefined).toBe(stage.type !== 'open');
      expect(deal.actualValue !== undefined).toBe(stage.type === 'won');
      expect(deal.lossReason !== undefined).toBe(stage.type === 'lost');
      if (deal.actualCloseDay)
        expect(Math.abs(Date.parse(deal.actualCloseDay) - Date.parse(deal.stageEnteredAt))).toBeLessThan(
          1.5 * 86_400_000,
        );
      if (deal.nextStep) expect(deal.status).toBe('open');
      expect(deal.expectedCloseDay! >= deal.openedDay!).toBe(true);
    }
    const ranks = of(rows, 'deals').map((deal) => deal.rank);
    expect(ranks).toEqual(ranks.toSorted());
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  it('SB7 has activities that belong to the life of their deal', () => {
    const rows = usual;
    const deals = new Map(of(rows, 'deals').map((deal) => [deal.id, deal]));
    const kinds = new Set<string>();
    for (const activity of of(rows, 'activities')) {
      const deal = deals.get(activity.dealId!)!;
      kinds.add(activity.kind);
      expect(activity).toMatchObject({ companyId: deal.companyId, ownerId: deal.ownerId });
      expect(activity.contactId === undefined ? deal.contactIds : deal.contactIds!.includes(activity.contactId)).toBe(
        activity.contactId === undefined ? undefined : true,
      );
      expect(activity.at >= deal.createdAt).toBe(true);
      if (deal.status !== 'open') expect(activity.at <= deal.stageEnteredAt).toBe(true);
      expect(activity.subject).not.toMatch(/[{}]|undefined/);
    }
    expect([...kinds].sort()).toEqual(['call', 'email', 'meeting', 'note', 'task']);
  });

  it('SB8 wins about as often as its stages say', () => {
    const rows = dealsOf({ size: 40_000 });
    const closed = of(rows, 'deals').filter((deal) => deal.status !== 'open');
    for (const pipeline of of(rows, 'pipelines')) {
      for (const stage of pipeline.stages.filter((each) => each.type === 'open')) {
        const seen = closed.filter((deal) => deal.stageHistory.some((stay) => stay.stageId === stage.id));
        const won = (100 * count(seen, (deal) => deal.status === 'won')) / seen.length;
        expect(Math.abs(won - stage.probability), `${stage.name}: ${won.toFixed(1)} % of ${seen.length}`).toBeLessThan(
          6,
        );
      }
    }
    expect(closed.length / of(rows, 'deals').length).toBeGreaterThan(0.7);
  });

  it('SB9 has its seasons', () => {
    const deals = of(dealsOf({ size: 40_000 }), 'deals');
    const opened = (month: number): number => count(deals, (deal) => Number(deal.openedDay!.slice(5, 7)) === month);
    const months = Array.from({ length: 12 }, (_, index) => opened(index + 1));
    expect(months[7]! / months[9]!).toBeLessThan(0.7);
    expect(months[11]! / months[2]!).toBeLessThan(0.75);
    expect(count(deals, (deal) => new Date(deal.openedDay!).getUTCDay() % 6 === 0) / deals.length).toBeLessThan(0.02);

    const won = deals.filter(
      (deal) => deal.status === 'won' && deal.actualCloseDay! >= '2026-01-01' && deal.actualCloseDay! < '2026-10-01',
    );
    const inMonth = (place: number): number =>
      count(won, (deal) => (Number(deal.actualCloseDay!.slice(5, 7)) - 1) % 3 === place);
    expect(inMonth(2) / won.length).toBeGreaterThan(0.37);

    const days = deals
      .filter((deal) => deal.status === 'won')
      .map((deal) => (Date.parse(deal.stageEnteredAt) - Date.parse(deal.createdAt)) / 86_400_000)
      .sort((left, right) => left - right);
    const median = days[Math.floor(days.length / 2)]!;
    expect(median).toBeGreaterThan(30);
    expect(median).toBeLessThan(75);
  });

  it('SB10 has amounts as deals have them', () => {
    const minors = of(dealsOf({ size: 20_000 }), 'deals')
      .map((deal) => deal.amount!.minor / 100)
      .sort((left, right) => left - right);
    const at = (share: number): number => minors[Math.floor(share * minors.length)]!;
    const mean = minors.reduce((sum, minor) => sum + minor, 0) / minors.length;
    expect(minors[0]).toBeGreaterThan(0);
    expect(mean / at(0.5)).toBeGreaterThan(1.3);
    expect(at(0.75) / at(0.25)).toBeGreaterThan(2);
    expect(at(0.75) / at(0.25)).toBeLessThan(4.5);
    expect(minors.every((minor) => String(minor).replace(/0+$/, '').length <= 3)).toBe(true);
  });

  it('SB11 speaks sixteen languages', () => {
    const rows = dealsOf({ size: 6_000 });
    const companies = new Map(of(rows, 'companies').map((company) => [company.id, company]));
    const contacts = of(rows, 'contacts');
    const languages = new Set(contacts.map((contact) => contact.language!));
    expect([...languages].sort()).toEqual([
      'ar',
      'de',
      'el',
      'en',
      'es',
      'fi',
      'fr',
      'it',
      'ja',
      'nb',
      'nl',
      'pl',
      'pt',
      'sv',
      'zh-Hans',
      'zh-Hant',
    ]);
    for (const contact of contacts) {
      const [email, company] = [contact.emails![0]!.value, companies.get(contact.companyId!)!];
      expect(email).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+@[a-z0-9-]+\.example$/);
      expect(company.website).toBe(`https://www.${email.split('@')[1]}`);
      expect(contact.phones![0]!.value).toMatch(/^\+\d[\d ]{8,}$/);
      expect(
        contact.name.startsWith(
          ['ja', 'zh-Hans', 'zh-Hant'].includes(contact.language!) ? contact.familyName! : contact.givenName!,
        ),
      ).toBe(true);
    }
    const scripts: Readonly<Record<string, RegExp>> = {
      ar: /^\p{Script=Arabic}/u,
      el: /^\p{Script=Greek}/u,
      'zh-Hans': /^\p{Script=Han}+$/u,
      ja: /[\p{Script=Han}\p{Script=Hiragana}]/u,
    };
    for (const [language, script] of Object.entries(scripts))
      expect(
        contacts.filter((contact) => contact.language === language).every((contact) => script.test(contact.name)),
      ).toBe(true);
    expect(
      [...companies.values()].every(
        (company) =>
          company.addresses![0]!.country!.length === 2 &&
          !/[#{}|]/.test(company.name + Object.values(company.addresses![0]!).join()),
      ),
    ).toBe(true);
    expect(new Set([...companies.values()].slice(0, 32).map((company) => company.industry)).size).toBeGreaterThan(5);
  });

  it('SB12 has companies of different names, and large ones first', () => {
    const rows = dealsOf({ size: 12_000, languages: ['de'] });
    const companies = of(rows, 'companies');
    const names = companies.map((company) => company.name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(companies.map((company) => company.website)).size).toBe(names.length);
    const dealsByCompany = new Map<string, number>();
    for (const deal of of(rows, 'deals'))
      dealsByCompany.set(deal.companyId!, (dealsByCompany.get(deal.companyId!) ?? 0) + 1);
    const ofTenth = (from: number): number =>
      companies
        .slice(from * names.length, (from + 0.1) * names.length)
        .reduce((sum, company) => sum + (dealsByCompany.get(company.id) ?? 0), 0);
    expect(ofTenth(0)).toBeGreaterThan(3 * ofTenth(0.9));
  });

  it('SB13 takes languages and currency as they are chosen', () => {
    const german = book({ languages: ['de'], size: 300 });
    expect(of(german, 'contacts').every((contact) => contact.language === 'de')).toBe(true);
    const currencies = (rows: readonly SampleRow[]): readonly string[] =>
      [...new Set(of(rows, 'deals').map((deal) => deal.amount!.currency))].sort();
    expect(currencies(german)).toEqual(['EUR']);
    expect(currencies(book({ currency: 'USD', size: 300 }))).toEqual(['USD']);
    expect(currencies(book({ currency: 'local' }))).toEqual([
      'AED',
      'CNY',
      'EUR',
      'GBP',
      'JPY',
      'NOK',
      'PLN',
      'SEK',
      'TWD',
    ]);
  });

  it('SB13 counts the days of a company where it is', () => {
    const rows = usual;
    const companies = new Map(of(rows, 'companies').map((company) => [company.id, company]));
    for (const deal of of(rows, 'deals').filter(
      (each) => companies.get(each.companyId!)!.addresses![0]!.country === 'JP',
    )) {
      expect(deal.openedDay).toBe(dayIn('Asia/Tokyo', deal.createdAt));
    }
  });

  it('SB14 begins at once and holds no rows back, however large it is', () => {
    const rows = sample({ seed: 'large', size: 1_000_000, until });
    const seen = new Map<string, number>();
    for (const { collection } of rows) {
      seen.set(collection, (seen.get(collection) ?? 0) + 1);
      if (collection === 'companies') break;
    }
    expect(Object.fromEntries(seen)).toEqual({ teams: 50, users: 400, products: 16, pipelines: 2, companies: 1 });
  });
});
