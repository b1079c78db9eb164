import type { Company, Contact, Id } from '@kith/core';
import { type Conversion, convertLead, identityOfLead, Lead, newLead } from '@kith/core/leads';
import { describe, expect, it } from 'vitest';
import { envAt, frozen, HANNA, NOW } from '../../support/env.js';
import { problemOf, valueOf } from '../../support/result.js';

const env = envAt();
const lead = frozen<Lead>({
  ...valueOf(
    newLead(
      {
        name: 'Léa Fontanel',
        givenName: 'Léa',
        familyName: 'Fontanel',
        companyName: 'Brama S.A.',
        jobTitle: 'Buyer',
        website: 'https://brama.example',
        emails: [{ value: 'lea@brama.example', primary: true }],
        phones: [{ value: '+33155501010', label: 'work', primary: true }],
        addresses: [{ city: 'Lyon', country: 'FR' }],
        estimatedAmount: { minor: 500_000, currency: 'EUR' },
        source: 'Trade fair',
        answers: { size: 'L' },
        ownerId: HANNA,
      },
      env,
    ),
  ),
  status: 'qualified',
});
const convert = (into: Conversion) => valueOf(convertLead(lead, into, env, 'deal_new' as Id<'deal'>));
const company = frozen<Company>({ id: 'company_a' as Id<'company'>, name: 'Brama', createdAt: NOW, modifiedAt: NOW });

describe('conversion', () => {
  it('LE30 makes a company, a contact and a deal, linked with each other, and the lead with all of them', () => {
    const made = convert({ company: 'new', contact: 'new', deal: {} });
    expect(made.company).toMatchObject({
      name: 'Brama S.A.',
      website: 'https://brama.example',
      addresses: [{ city: 'Lyon' }],
      ownerId: HANNA,
    });
    expect(made.company?.emails).toBeUndefined();
    expect(made.contact).toMatchObject({
      name: 'Léa Fontanel',
      jobTitle: 'Buyer',
      companyId: made.company?.id,
      emails: lead.emails,
    });
    expect(made.deal).toMatchObject({
      name: 'Brama S.A.',
      amount: { minor: 500_000, currency: 'EUR' },
      companyId: made.company?.id,
      contactIds: [made.contact?.id],
      source: 'Trade fair',
      ownerId: HANNA,
    });
    expect(made.lead).toMatchObject({
      status: 'converted',
      converted: { at: NOW, by: HANNA, companyId: made.company?.id, contactId: made.contact?.id, dealId: 'deal_new' },
    });
    expect(Lead.safeParse(made.lead).success).toBe(true);
  });

  it('LE35 hands the campaign of its link on to the deal, and what is said of the deal comes first', () => {
    const led = { ...lead, utm: { source: 'newsletter', campaign: 'Spring' } };
    const dealOf = (deal: Conversion['deal']) => valueOf(convertLead(led, { deal }, env)).deal;
    expect(dealOf({})).toMatchObject({ campaign: 'Spring' });
    expect(dealOf({ campaign: 'Fair', type: 'new' })).toMatchObject({ campaign: 'Fair', type: 'new' });
    expect('campaign' in (convert({ deal: {} }).deal ?? {})).toBe(false);
  });

  it('LE31 takes over what the field map says, also into custom fields', () => {
    const fields = [
      { into: 'company', field: 'customFields.size', from: 'answers.size' },
      { into: 'deal', field: 'description', from: 'jobTitle' },
      { into: 'contact', field: 'department', from: 'answers.missing' },
    ] as const;
    const made = convert({ company: 'new', contact: 'new', deal: {}, fields });
    expect(made.company?.customFields).toEqual({ size: 'L' });
    expect(made.deal?.description).toBe('Buyer');
    expect(made.contact && 'department' in made.contact).toBe(false);
    for (const wrong of [
      { into: 'deal', field: 'id', from: 'name' },
      { into: 'deal', field: '__proto__', from: 'name' },
      { into: 'deal', field: 'customFields.__proto__', from: 'name' },
      { into: 'deal', field: 'name', from: '__proto__.x' },
      { into: 'deal', field: 'a.b.c', from: 'name' },
    ] as const)
      expect(problemOf(convertLead(lead, { deal: {}, fields: [wrong] }, env)).code).toBe('leads/bad-field-map');
  });

  it('LE32 keeps what an existing row has, and fills in only what it lacks', () => {
    const contact = frozen<Contact>({
      id: 'contact_a' as Id<'contact'>,
      name: 'Lea F.',
      companyId: company.id,
      jobTitle: 'Head of buying',
      emails: [{ value: 'LEA@brama.example', primary: true }],
      createdAt: NOW,
      modifiedAt: NOW,
    });
    const made = convert({ contact, deal: { name: 'Rollout' } });
    expect(made.company).toBeUndefined();
    expect(made.contact).toMatchObject({
      id: contact.id,
      name: 'Lea F.',
      jobTitle: 'Head of buying',
      givenName: 'Léa',
      emails: [{ value: 'LEA@brama.example', primary: true }],
      phones: lead.phones,
    });
    expect(made.deal).toMatchObject({ name: 'Rollout', companyId: company.id, contactIds: [contact.id] });
    const full = frozen({ ...made.contact } as Contact);
    expect(convert({ contact: full }).contact).toBe(full);
    const filled = convert({ company, contact: 'new' });
    expect(filled.company).toMatchObject({ id: company.id, name: 'Brama', website: 'https://brama.example' });
    expect(filled.contact?.companyId).toBe(company.id);
  });

  it('LE33 refuses what cannot become anything, and says what is missing', () => {
    expect(problemOf(convertLead({ ...lead, status: 'new' }, { contact: 'new' }, env))).toMatchObject({
      code: 'leads/not-a-step',
      params: { from: 'new', to: 'converted' },
    });
    expect(problemOf(convertLead(lead, {}, env)).code).toBe('leads/nothing-to-convert');
    const { companyName: _, ...nameless } = lead;
    expect(problemOf(convertLead(nameless, { company: 'new' }, env))).toMatchObject({
      code: 'leads/company-name-required',
      fix: { fields: ['companyName'] },
    });
    const done = convert({ contact: 'new' }).lead;
    expect(problemOf(convertLead(done, { contact: 'new' }, env)).params).toMatchObject({ allowed: '' });
  });

  it('LE34 says who a lead is by its person and its company', () => {
    expect(identityOfLead(lead)).toMatchObject({
      person: { words: ['fontanel', 'lea'] },
      company: { core: 'brama' },
      domains: ['brama.example'],
    });
    expect(identityOfLead({ name: 'Brama S.A.', companyName: 'Brama S.A.' }).person).toBeUndefined();
    expect(
      identityOfLead({ name: 'lea@brama.example', emails: [{ value: 'lea@brama.example' }] }).person,
    ).toBeUndefined();
  });
});
