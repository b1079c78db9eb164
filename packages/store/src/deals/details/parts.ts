import { type Id, ok, type Problem, type Result, refuse } from '@kith/core';
import {
  type Budget,
  type Competitor,
  type ContactRole,
  type DealContact,
  type DetailedDeal,
  dealContacts,
  type Need,
  type Split,
  splitsProblem,
  withContacts,
  withoutContact,
} from '@kith/core/deals';
import type { Command } from '../../command.js';
import { contacts } from '../../contacts/collection.js';
import type { Work } from '../../work.js';
import { changeDeal, type OfDeal, withField } from './change-deal.js';

/**
 * Says which contacts have which part in a deal; who is not named has none, and stays on it. Problems:
 * `deals/contact-twice`, `deals/two-primary-contacts`, `store/not-found` for a contact that is not there.
 */
export const setContacts = (input: OfDeal & { readonly contacts: readonly DealContact[] }): Command<DetailedDeal> =>
  changeDeal('deals/setContacts', input, async (deal, work) => {
    const there = await checkThere(work, input.contacts);
    return there.ok ? withContacts(deal, input.contacts) : there;
  });

/** Gives one contact its roles in a deal, and makes it the primary one where that is said: the one before is it no more. */
export const setContact = (
  input: OfDeal & {
    readonly contactId: Id<'contact'>;
    readonly roles: readonly ContactRole[];
    readonly primary?: boolean;
  },
): Command<DetailedDeal> =>
  changeDeal('deals/setContact', input, async (deal, work) => {
    const { contactId, roles, primary } = input;
    const known = dealContacts(deal);
    const isPrimary = primary ?? known.some((each) => each.contactId === contactId && each.primary);
    const named: DealContact = { contactId, roles, ...(isPrimary && { primary: true }) };
    const there = await checkThere(work, [named]);
    if (!there.ok) return there;
    const others = known.filter((each) => each.contactId !== contactId);
    const rest = isPrimary ? others.map((each) => ({ contactId: each.contactId, roles: each.roles })) : others;
    return withContacts(deal, [...rest, named]);
  });

/** Takes a contact off a deal, with its roles. */
export const dropContact = (input: OfDeal & { readonly contactId: Id<'contact'> }): Command<DetailedDeal> =>
  changeDeal('deals/dropContact', input, (deal) => withField(withoutContact(deal, input.contactId), {}));

/** Says who else wants a deal. Problem: `deals/competitor-twice`. */
export const addCompetitor = (
  input: OfDeal & Omit<Competitor, 'id' | 'status'> & Partial<Pick<Competitor, 'status'>>,
): Command<DetailedDeal> =>
  changeDeal('deals/addCompetitor', input, ({ competitors = [], ...deal }, work) => {
    const { id: _, status = 'active', ...draft } = input;
    const made = { ...draft, id: work.env.newId('competitor'), status };
    return checkedCompetitors({ ...deal, competitors: [...competitors, made] });
  });

/** Changes what is known of a competitor; undefined or null empties a field. Problems: `deals/no-such-part`, `deals/competitor-twice`. */
export const editCompetitor = (
  input: OfDeal & {
    readonly competitorId: Id<'competitor'>;
    readonly changes: { readonly [Field in keyof Omit<Competitor, 'id'>]?: Competitor[Field] | null };
  },
): Command<DetailedDeal> =>
  changeDeal('deals/editCompetitor', input, (deal) => {
    const competitors = edited(deal.competitors, input.competitorId, input.changes);
    return competitors
      ? checkedCompetitors({ ...deal, competitors })
      : refuse(noSuchPart('competitor', input.competitorId));
  });

/** Takes a competitor off a deal. Problem: `deals/no-such-part`. */
export const removeCompetitor = (input: OfDeal & { readonly competitorId: Id<'competitor'> }): Command<DetailedDeal> =>
  changeDeal('deals/removeCompetitor', input, (deal) => {
    const competitors = deal.competitors?.filter(({ id }) => id !== input.competitorId) ?? [];
    return competitors.length === (deal.competitors?.length ?? 0)
      ? refuse(noSuchPart('competitor', input.competitorId))
      : withField(deal, { competitors: competitors.length > 0 ? competitors : undefined });
  });

/** Says what the customer needs; a need without an id is a new one. */
export const setNeeds = (
  input: OfDeal & { readonly needs: readonly (Omit<Need, 'id'> & Partial<Pick<Need, 'id'>>)[] },
): Command<DetailedDeal> =>
  changeDeal('deals/setNeeds', input, (deal, work) => {
    const needs = input.needs.map((need): Need => ({ ...need, id: need.id ?? work.env.newId('need') }));
    return withField(deal, { needs: needs.length > 0 ? needs : undefined });
  });

/** Says what the customer has to spend; null when nobody knows of anything. */
export const setBudget = (input: OfDeal & { readonly budget: Budget | null }): Command<DetailedDeal> =>
  changeDeal('deals/setBudget', input, (deal) => withField(deal, { budget: input.budget ?? undefined }));

/** Says whose work a deal is; none leaves it to the owner alone. Problems: `deals/splits-not-100`, `deals/split-twice`. */
export const setSplits = (input: OfDeal & { readonly splits: readonly Split[] }): Command<DetailedDeal> =>
  changeDeal('deals/setSplits', input, (deal) => {
    const problem = splitsProblem(input.splits);
    if (problem) return refuse(problem);
    return withField(deal, { splits: input.splits.length > 0 ? input.splits : undefined });
  });

/** Some things with one of them changed; undefined when it is not among them. */
export function edited<Part extends { readonly id: Id }>(
  parts: readonly Part[] | undefined,
  id: Part['id'],
  changes: object,
): readonly Part[] | undefined {
  if (!parts?.some((part) => part.id === id)) return undefined;
  const apply = (part: Part): Part =>
    Object.fromEntries(
      Object.entries({ ...part, ...changes, id }).filter(([, value]) => value !== undefined && value !== null),
    ) as unknown as Part;
  return parts.map((part) => (part.id === id ? apply(part) : part));
}

/** The refusal of a part that a deal does not have. */
export const noSuchPart = (kind: string, id: string): Problem => ({
  code: 'deals/no-such-part',
  message: `There is no ${kind} ${id} on the deal. Somebody may have taken it off; look at it again.`,
  path: `${kind}Id`,
  params: { kind, id },
});

function checkedCompetitors(deal: DetailedDeal): Result<DetailedDeal> {
  const names = (deal.competitors ?? []).map(({ name }) => name.trim().toLocaleLowerCase('en'));
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  const competitor = deal.competitors?.[twice];
  if (!competitor) return withField(deal, {});
  return refuse({
    code: 'deals/competitor-twice',
    message: `"${competitor.name}" is already among the competitors. Edit what is known of it.`,
    path: 'name',
    params: { competitor: competitor.name },
  });
}

async function checkThere(work: Work, named: readonly DealContact[]): Promise<Result<undefined>> {
  for (const { contactId } of named) {
    const contact = await work.require(contacts, contactId);
    if (!contact.ok) return contact;
  }
  return ok(undefined);
}
