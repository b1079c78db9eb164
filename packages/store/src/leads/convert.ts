import { type Activity, type Company, type Contact, type Deal, type Id, ok, type Result } from '@kith/core';
import { convertLead, type FieldMapping, type Lead } from '@kith/core/leads';
import { activities } from '../activities/collection.js';
import { type Command, command } from '../command.js';
import { companies } from '../companies/collection.js';
import { contacts } from '../contacts/collection.js';
import { type CreateInput, create as createDeal } from '../deals/commands.js';
import type { Work } from '../work.js';
import { leads } from './collection.js';

/** What a lead becomes. What is left out is not made. */
export interface ConvertInput {
  readonly id: Id<'lead'>;
  /** `new`, or the id of the company that it is already. */
  readonly company?: 'new' | Id<'company'> | undefined;
  readonly contact?: 'new' | Id<'contact'> | undefined;
  /** At least the pipeline; name, amount and close day come from the lead where they are left out. */
  readonly deal?: (Partial<Omit<CreateInput, 'pipelineId'>> & { readonly pipelineId: Id<'pipeline'> }) | undefined;
  /** What goes over besides, also into custom fields. */
  readonly fields?: readonly FieldMapping[] | undefined;
}

/** The rows that a lead became. */
export interface ConvertedRows {
  readonly lead: Lead;
  readonly company?: Company;
  readonly contact?: Contact;
  readonly deal?: Deal;
  /** How many of its activities are now about contact, company and deal as well. */
  readonly activities: number;
}

/**
 * Converts a lead in one commit: the rows it becomes, the lead with its links, and its activities, which are then about the
 * contact, the company and the deal as well as the lead. Undo takes all of it back, unless somebody has changed one of the
 * rows since. Problems: those of core's `convertLead` and `newDeal`, the rules of the stage, `store/not-found`.
 */
export const convert = (input: ConvertInput): Command<ConvertedRows> =>
  command('leads/convert', input, async (work) => {
    const lead = await work.require(leads, input.id);
    if (!lead.ok) return lead;
    const company = await chosen(input.company, (id) => work.require(companies, id));
    if (!company.ok) return company;
    const contact = await chosen(input.contact, (id) => work.require(contacts, id));
    if (!contact.ok) return contact;
    const converted = convertLead(
      lead.value,
      { company: company.value, contact: contact.value, deal: input.deal, fields: input.fields },
      work.env,
    );
    if (!converted.ok) return converted;
    const rows = converted.value;
    if (rows.company && rows.company !== company.value) {
      const put = work.put(companies, rows.company);
      if (!put.ok) return put;
    }
    if (rows.contact && rows.contact !== contact.value) {
      const put = work.put(contacts, rows.contact);
      if (!put.ok) return put;
    }
    const deal =
      input.deal && rows.deal ? await openDeal(work, { ...rows.deal, ...input.deal }, rows.deal.name) : undefined;
    if (deal && !deal.ok) return deal;
    const links = { ...rows.lead.converted, ...(deal && { dealId: deal.value.id }), at: work.env.now };
    const put = work.put(leads, { ...rows.lead, converted: links });
    if (!put.ok) return put;
    const moved = await takeAlong(work, put.value, links);
    if (!moved.ok) return moved;
    return ok({
      lead: put.value,
      ...(rows.company && { company: rows.company }),
      ...(rows.contact && { contact: rows.contact }),
      ...(deal && { deal: deal.value }),
      activities: moved.value,
    });
  });

async function chosen<Entity>(
  choice: string | undefined,
  load: (id: string) => Promise<Result<Entity>>,
): Promise<Result<'new' | Entity | undefined>> {
  if (choice === undefined) return ok(undefined);
  return choice === 'new' ? ok('new' as const) : load(choice);
}

const openDeal = (work: Work, draft: Omit<CreateInput, 'name'>, name: string): Promise<Result<Deal>> =>
  createDeal({ ...draft, name } as CreateInput).carryOut(work);

/** What was done for the lead is from now on about what it became, too; what an activity names already stays. */
async function takeAlong(work: Work, lead: Lead, links: NonNullable<Lead['converted']>): Promise<Result<number>> {
  const known = await work.find({
    ask: 'rows',
    collection: activities,
    where: { field: 'leadId', is: 'eq', value: lead.id },
  });
  for (const activity of known) {
    const moved: Activity = {
      ...pick(links),
      ...activity,
      modifiedAt: work.env.now,
      ...(work.env.actor && { modifiedBy: work.env.actor }),
    };
    const put = work.put(activities, moved);
    if (!put.ok) return put;
  }
  return ok(known.length);
}

const pick = ({
  companyId,
  contactId,
  dealId,
}: NonNullable<Lead['converted']>): Pick<Activity, 'companyId' | 'contactId' | 'dealId'> => ({
  ...(companyId && { companyId }),
  ...(contactId && { contactId }),
  ...(dealId && { dealId }),
});
