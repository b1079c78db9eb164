import { capture, nameParts, newLead, utmOf, writtenName } from '@kith/core/leads';
import { describe, expect, it } from 'vitest';
import { envAt, frozen, NOW } from '../../support/env.js';
import { problemOf, valueOf } from '../../support/result.js';

const env = envAt();
const read = (payload: unknown, context = {}) => valueOf(capture(payload, context, env));
const refused = (payload: unknown, context = {}) => {
  const { code, path } = problemOf(capture(payload, context, env));
  return [code, path];
};

describe('capture', () => {
  it('LE1 reads forms in several languages into the same lead', () => {
    const lead = { givenName: 'Léa', familyName: 'Fontanel', name: 'Léa Fontanel', companyName: 'Brama S.A.' };
    for (const form of [
      { 'First name': 'LÉA', 'Last-Name': 'FONTANEL', Company: ' Brama  S.A. ' },
      { prénom: 'léa', nom_de_famille: '', surname: 'fontanel', Société: 'Brama S.A.' },
      { Vorname: 'Léa', Nachname: 'Fontanel', Firma: 'Brama S.A.' },
      { name: 'Fontanel, Léa', organisation: 'Brama S.A.' },
      { 姓名: 'Léa Fontanel', 公司名稱: 'Brama S.A.' },
    ])
      expect(read(frozen(form))).toEqual(lead);
    expect(read({ 姓: '王', 名: '小明', 手机: '138 0013 8000' }, { country: 'CN' })).toEqual({
      name: '王小明',
      familyName: '王',
      givenName: '小明',
      phones: [{ value: '+8613800138000', label: 'mobile', primary: true }],
      addresses: [{ country: 'CN' }],
    });
  });

  it('LE2 normalises addresses and numbers, and says which of them cannot be one', () => {
    expect(read({ email: ' LEA@Brama.Example ', tel: '01 555 01 01' }, { country: 'AT' })).toMatchObject({
      name: 'lea@brama.example',
      emails: [{ value: 'lea@brama.example', primary: true }],
      phones: [{ value: '+4315550101', label: 'work', primary: true }],
    });
    expect(refused({ email: 'lea@' })).toEqual(['leads/bad-email', 'email']);
    expect(refused({ name: 'Léa', phone: 'call me' })).toEqual(['leads/bad-phone', 'phone']);
  });

  it('LE3 reads where the visit came from off the address', () => {
    expect(utmOf('https://b.example/?utm_source=NewsLetter&utm_medium=E-Mail&utm_campaign=Fr%C3%BChling#x')).toEqual({
      source: 'newsletter',
      medium: 'e-mail',
      campaign: 'Frühling',
    });
    expect(utmOf('b.example/#/offer?utm_term=crm')).toEqual({ term: 'crm' });
    expect(utmOf(`https://b.example/?utm_source=${'x'.repeat(5_000)}`)?.source).toHaveLength(200);
    for (const none of ['', 'https://b.example/', '%%%', 'https://b.example/?utm_source='])
      expect(utmOf(none)).toBeUndefined();
    expect(
      read({ name: 'Léa Fontanel' }, { landingPage: 'https://b.example/?utm_source=fair', source: 'Website' }),
    ).toMatchObject({
      utm: { source: 'fair' },
      source: 'Website',
      landingPage: 'https://b.example/?utm_source=fair',
    });
  });

  it('LE4 keeps what was agreed to as evidence, and takes nothing without what is required', () => {
    const consents = [
      { field: 'terms', purpose: 'terms', isRequired: true, text: 'I agree.', textVersion: '3' },
      { field: 'news', purpose: 'newsletter', channel: 'email' as const, isConfirmedLater: true },
    ];
    expect(refused({ name: 'Léa' }, { consents })).toEqual(['leads/consent-required', 'terms']);
    expect(read({ name: 'Léa', terms: 'on', news: true }, { consents })).toEqual({
      name: 'Léa',
      consents: [
        { purpose: 'terms', status: 'granted', at: NOW, text: 'I agree.', textVersion: '3' },
        { purpose: 'newsletter', channel: 'email', status: 'pending', at: NOW },
      ],
    });
    expect(read({ name: 'Léa', terms: '同意' }, { consents }).consents?.[1]?.status).toBe('denied');
  });

  it('LE5 loses nothing that was asked: what has no field here stands under its own name', () => {
    expect(
      read({ name: 'Léa', 'Which size?': ' L ', topics: ['crm', 'sales'], employees: '50–99', constructor: 'x' }),
    ).toEqual({
      name: 'Léa',
      answers: { 'Which size?': 'L', topics: 'crm, sales', employees: '50–99', constructor: 'x' },
    });
  });

  it('LE6 refuses bad input with what is wrong, and never throws', () => {
    expect(refused({})).toEqual(['leads/who-required', 'name']);
    expect(refused({ name: '   ', email: '' })).toEqual(['leads/who-required', 'name']);
    for (const payload of [null, undefined, 'name=Léa', 7, [['name', 'Léa']]])
      expect(refused(payload)).toEqual(['leads/not-a-form', '']);
    expect(refused({ name: { first: 'Léa' } })).toEqual(['leads/not-a-form', 'name']);
    expect(refused(JSON.parse('{"name":"Léa","__proto__":"x"}'))).toEqual(['leads/bad-field-name', '__proto__']);
    expect(refused(Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, 'x'])))[0]).toBe(
      'leads/too-many-fields',
    );
    expect(refused({ name: 'x'.repeat(301) })[0]).toBe('leads/too-long');
    expect(refused({ name: 'Léa', message: 'x'.repeat(10_001) })).toEqual(['leads/too-long', 'message']);
    expect(refused({ name: 'Léa', url2: 'http://spam.example' }, { trap: 'url2' })).toEqual([
      'leads/looks-automated',
      'url2',
    ]);
    expect(refused({ name: 'Léa' }, { submissionId: ' ' })).toEqual(['leads/bad-submission', 'submissionId']);
  });

  it('LE9 takes a trap for a trap and a box for a box, called like a field too', () => {
    for (const trap of ['website', 'Website', 'homepage', 'url', 'comments', 'email'])
      expect(refused({ name: 'Bot', [trap]: 'http://spam.example' }, { trap })).toEqual([
        'leads/looks-automated',
        trap,
      ]);
    const lead = read({ name: 'Léa', web: 'lea.example', website: ' ' }, { trap: 'website' });
    expect(lead).toEqual({ name: 'Léa', website: 'lea.example' });
    const consents = [{ field: 'E-Mail', purpose: 'newsletter', channel: 'email' as const, text: 'Write to me' }];
    expect(read({ name: 'Léa', 'E-Mail': 'on', email: 'lea@example.com' }, { consents })).toMatchObject({
      emails: [{ value: 'lea@example.com' }],
      consents: [{ purpose: 'newsletter', status: 'granted' }],
    });
  });

  it('LE7 splits names as their languages write them, and leaves alone what it cannot know', () => {
    for (const [name, givenName, familyName] of [
      ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
      ['Juana de la Cruz', 'Juana', 'de la Cruz'],
      ['王小明', '小明', '王'],
      ['欧阳娜娜', '娜娜', '欧阳'],
      ['歐陽修', '修', '歐陽'],
      ['高明', '明', '高'],
      ['Müller, Jan', 'Jan', 'Müller'],
    ])
      expect(nameParts(name ?? '')).toEqual({ givenName, familyName });
    expect(nameParts('Cher')).toEqual({});
    expect(writtenName("ANNE-MARIE O'BRIEN")).toBe("Anne-Marie O'Brien");
    expect(writtenName('ludwig van beethoven')).toBe('Ludwig van Beethoven');
    expect(writtenName('Ian McKellen')).toBe('Ian McKellen');
  });

  it('LE8 makes a lead that is new, with who or which pool has it', () => {
    expect(valueOf(newLead({ name: ' Léa ' }, env))).toMatchObject({
      name: 'Léa',
      status: 'new',
      statusEnteredAt: NOW,
    });
    const pooled = valueOf(newLead({ name: 'Léa', poolId: 'pool_a' as never }, env));
    expect(pooled).toMatchObject({
      pooledAt: NOW,
      ownerHistory: [{ poolId: 'pool_a', from: NOW, reason: 'captured' }],
    });
    const owned = valueOf(newLead({ name: 'Léa', ownerId: 'user_hanna' as never }, env));
    expect(owned).toMatchObject({ ownedAt: NOW, idleSince: NOW, ownerHistory: [{ ownerId: 'user_hanna', from: NOW }] });
    expect(problemOf(newLead({ name: ' ' }, env)).code).toBe('leads/name-required');
  });
});
