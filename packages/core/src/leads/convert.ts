import type { Company } from '../companies/schema.js';
import type { Contact } from '../contacts/schema.js';
import type { SaleDeal } from '../deals/sale.js';
import { normalEmail } from '../duplicates/email.js';
import { normalPhone } from '../duplicates/phone.js';
import type { ContactPoint } from '../kernel/entity.js';
import type { Env } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { valueAt } from '../kernel/value-at.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import type { Lead } from './schema.js';
import { checkStep, entered, rested } from './status.js';

/** One line of a field map: where in the new row a value of the lead goes, also into custom fields. */
export interface FieldMapping {
  readonly into: 'company' | 'contact' | 'deal';
  /** A field (`description`), or one of the custom fields (`customFields.size`). */
  readonly field: string;
  /** A path in the lead: `answers.size`, `customFields.region`, `utm.campaign`. */
  readonly from: string;
}

type DealDraft = { readonly [Field in keyof Omit<SaleDeal, 'id' | 'rank'>]?: SaleDeal[Field] | undefined };

/** What a lead becomes. What is left out is not made. */
export interface Conversion {
  /** `new`, or the company that it is already; that keeps what it has and is filled in where it has nothing. */
  readonly company?: 'new' | Company | undefined;
  readonly contact?: 'new' | Contact | undefined;
  /** What is given for the deal; its name, amount and close day come from the lead where they are left out. */
  readonly deal?: DealDraft | undefined;
  /** Besides the fields that go over by themselves. */
  readonly fields?: readonly FieldMapping[] | undefined;
}

/** The rows that a conversion leads to. The deal still lacks what its pipeline gives it. */
export interface Converted {
  readonly lead: Lead;
  readonly company?: Company;
  readonly contact?: Contact;
  readonly deal?: DealDraft & { readonly name: string };
}

/**
 * Converts a qualified lead into a company, a contact and a deal, or some of them, and links it to them.
 * Problems: `leads/not-a-step`, `leads/nothing-to-convert`, `leads/company-name-required`, `leads/bad-field-map`.
 */
export function convertLead(lead: Lead, into: Conversion, env: Env, dealId?: Id<'deal'>): Result<Converted> {
  const step = checkStep(lead, 'converted');
  if (!step.ok) return step;
  if (into.company === undefined && into.contact === undefined && into.deal === undefined)
    return refuse({
      code: 'leads/nothing-to-convert',
      message: `Say what "${lead.name}" becomes: a company, a contact, a deal, or several of them.`,
    });
  if (into.company === 'new' && lead.companyName === undefined)
    return refuse({
      code: 'leads/company-name-required',
      message: `"${lead.name}" names no company. Fill it in, choose an existing one, or convert without a company.`,
      path: 'companyName',
      fix: { kind: 'fields', fields: ['companyName'] },
    });
  const wrong = into.fields?.find(({ field, from }) => !isMappable(field) || from.split('.').includes('__proto__'));
  if (wrong)
    return refuse({
      code: 'leads/bad-field-map',
      message: `"${wrong.from}" cannot go to "${wrong.field}". Name a field, or one as customFields.name; ids, stamps and the owner go over by themselves.`,
      path: wrong.field,
    });
  const mapped = (target: FieldMapping['into']): object => mappedFields(lead, into.fields ?? [], target);
  const company = into.company && companyOf(lead, into.company, mapped('company'), env);
  const contact =
    into.contact &&
    contactOf(lead, into.contact, { companyId: company?.id, ...mapped('contact') }, company === undefined, env);
  const companyId = company?.id ?? contact?.companyId;
  const deal =
    into.deal &&
    withoutEmpty({
      name: lead.companyName ?? lead.name,
      amount: lead.estimatedAmount,
      expectedCloseDay: lead.estimatedCloseDay,
      source: lead.source,
      campaign: lead.utm?.campaign,
      description: lead.message,
      ownerId: lead.ownerId,
      tags: lead.tags,
      companyId,
      contactIds: contact && [contact.id],
      ...mapped('deal'),
      ...withoutEmpty(into.deal),
    });
  const links = { companyId, contactId: contact?.id, dealId: deal && dealId };
  return ok(
    withoutEmpty({
      lead: entered(
        { ...rested(lead), converted: withoutEmpty({ at: env.now, by: env.actor, ...links }) },
        'converted',
        env,
      ),
      company,
      contact,
      deal,
    }) as Converted,
  );
}

const MAPPABLE = /^(?:customFields\.)?[a-zA-Z][a-zA-Z0-9_-]{0,99}$/;
const OWN_COMMANDS = [
  'id',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
  'ownerId',
  'stageId',
  'pipelineId',
  'status',
  'rank',
  'customFields',
];
const isMappable = (field: string): boolean => MAPPABLE.test(field) && !OWN_COMMANDS.includes(field);

function mappedFields(lead: Lead, fields: readonly FieldMapping[], target: FieldMapping['into']): object {
  const plain: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  for (const { into, field, from } of fields) {
    const value = valueAt(lead, from);
    if (into !== target || value === undefined) continue;
    if (field.startsWith('customFields.')) custom[field.slice('customFields.'.length)] = value;
    else plain[field] = value;
  }
  return Object.keys(custom).length > 0 ? { ...plain, customFields: custom } : plain;
}

function companyOf(lead: Lead, into: 'new' | Company, mapped: object, env: Env): Company {
  const isPerson = lead.givenName !== undefined || lead.familyName !== undefined || lead.name !== lead.companyName;
  const fields = withoutEmpty({
    name: lead.companyName,
    website: lead.website,
    industry: lead.industry,
    employees: lead.employees,
    addresses: lead.addresses,
    // A person's own address and number are not those of the company.
    ...(isPerson ? {} : { emails: lead.emails, phones: lead.phones }),
    lifecycleStage: 'qualified',
    ...mapped,
  });
  return into === 'new' ? made<Company>('company', fields, lead, env) : filled(into, fields, env);
}

function contactOf(lead: Lead, into: 'new' | Contact, mapped: object, hasNoCompany: boolean, env: Env): Contact {
  const fields = withoutEmpty({
    name: lead.name,
    salutation: lead.salutation,
    givenName: lead.givenName,
    familyName: lead.familyName,
    jobTitle: lead.jobTitle,
    emails: lead.emails,
    phones: lead.phones,
    addresses: hasNoCompany ? lead.addresses : undefined,
    language: lead.language,
    timeZone: lead.timeZone,
    source: lead.source,
    lifecycleStage: 'qualified',
    ...mapped,
  });
  return into === 'new' ? made<Contact>('contact', fields, lead, env) : filled(into, fields, env);
}

const made = <Entity>(kind: string, fields: object, lead: Lead, env: Env): Entity =>
  withoutEmpty({
    ownerId: lead.ownerId,
    tags: lead.tags,
    ...fields,
    id: env.newId(kind),
    createdAt: env.now,
    createdBy: env.actor,
    modifiedAt: env.now,
    modifiedBy: env.actor,
  }) as Entity;

/** An existing row with what it lacked; the same one when it lacked nothing. */
function filled<Entity extends Company | Contact>(entity: Entity, fields: object, env: Env): Entity {
  const points = (field: 'emails' | 'phones'): readonly ContactPoint[] | undefined => {
    const news: readonly ContactPoint[] = (Reflect.get(fields, field) as readonly ContactPoint[] | undefined) ?? [];
    const has = entity[field] ?? [];
    const missing = news.filter(({ value }) => !has.some((other) => sameText(other.value, value)));
    if (missing.length === 0) return entity[field];
    // What it had stays what one writes to first.
    return has.length === 0 ? missing : [...has, ...missing.map((point) => ({ ...point, primary: false }))];
  };
  const custom = { ...(Reflect.get(fields, 'customFields') as object | undefined), ...entity.customFields };
  const next = withoutEmpty({
    ...fields,
    ...entity,
    emails: points('emails'),
    phones: points('phones'),
    ...(Object.keys(custom).length > 0 && { customFields: custom }),
  });
  const isSame = JSON.stringify(Object.entries(next).sort()) === JSON.stringify(Object.entries(entity).sort());
  return isSame ? entity : ({ ...next, modifiedAt: env.now, ...(env.actor && { modifiedBy: env.actor }) } as Entity);
}

const sameText = (left: string, right: string): boolean => mark(left) === mark(right);
const mark = (text: string): string => normalEmail(text)?.mailbox ?? normalPhone(text)?.digits ?? text;
