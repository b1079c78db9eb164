import { type Id, ok, type Result, refuse } from '@kith/core';
import { type DetailedDeal, type LossReason, withoutContact } from '@kith/core/deals';
import { type Command, command } from '../../command.js';
import { contacts } from '../../contacts/collection.js';
import { create as createEntity, type Draft } from '../../entity.js';
import type { Work } from '../../work.js';
import { valueFor } from '../at-close.js';
import { lossReasons } from '../loss-reasons.js';
import { changeDeal, type OfDeal, stamped, withField } from './change-deal.js';
import { detailedDeals } from './collection.js';

/**
 * Fills in what a won deal brought in the currency of the house, where there was no rate when it was won. A value that is
 * there stays. Problems: `deals/not-won`, `rates/missing`.
 */
export const keepHouseValue = (input: OfDeal): Command<DetailedDeal> =>
  changeDeal('deals/keepHouseValue', input, async (deal, work) => {
    const { status, actualValue, actualCloseDay } = deal;
    if (deal.houseValue) return ok(deal);
    if (status !== 'won' || !actualValue || !actualCloseDay)
      return refuse({ code: 'deals/not-won', message: `"${deal.name}" is not won, so it has brought nothing yet.` });
    const houseValue = await valueFor(work, { value: actualValue, day: actualCloseDay });
    if (houseValue) return withField(deal, { houseValue });
    return refuse({
      code: 'rates/missing',
      message: `There is no house currency, or no rate from ${actualValue.currency} to it for ${actualCloseDay}. Enter it first.`,
      params: { from: actualValue.currency, day: actualCloseDay },
    });
  });

/** Adds a reason to the list. Problem: `deals/loss-reason-twice`. */
export const addLossReason = (draft: Omit<Draft<LossReason>, 'replacedBy'>): Command<LossReason> =>
  command('deals/addLossReason', draft, async (work) => {
    const known = await work.find({ ask: 'rows', collection: lossReasons });
    if (known.some(({ name, replacedBy }) => name === draft.name && replacedBy === undefined))
      return refuse({
        code: 'deals/loss-reason-twice',
        message: `"${draft.name}" is in the list already.`,
        path: 'name',
        params: { name: draft.name },
        fix: { kind: 'fields', fields: ['name'] },
      });
    return createEntity(work, lossReasons, draft);
  });

/** So many deals are changed in one commit. */
const DEALS_AT_ONCE = 500;

/** How far the removal of a reason has come. */
export interface ReasonsMoved {
  readonly moved: number;
  /** Deals that still have the old reason; run the command again until it is 0. */
  readonly left: number;
}

/**
 * Takes a reason off the list: the deals that were lost by it get another one, 500 in a commit, and no new deal can be
 * lost by it from the first one on. Run it until nothing is left; then the reason is gone. Each commit can be undone.
 * Problems: `store/not-found`, `deals/unknown-loss-reason` when the other one is not in the list.
 */
export const removeLossReason = (input: {
  readonly id: Id<'lossReason'>;
  readonly replaceBy: string;
}): Command<ReasonsMoved> =>
  command('deals/removeLossReason', input, async (work) => {
    const reason = await work.require(lossReasons, input.id);
    if (!reason.ok) return reason;
    const known = await work.find({ ask: 'rows', collection: lossReasons });
    const other = known.find(
      ({ id, name, replacedBy }) => id !== input.id && name === input.replaceBy && replacedBy === undefined,
    );
    if (!other)
      return refuse({
        code: 'deals/unknown-loss-reason',
        message: `"${input.replaceBy}" is no other reason of your list. Add it first.`,
        path: 'replaceBy',
        params: { reason: input.replaceBy },
      });
    return moveReason(work, reason.value, other.name);
  });

async function moveReason(work: Work, reason: LossReason, to: string): Promise<Result<ReasonsMoved>> {
  const where = { field: 'lossReason', is: 'eq', value: reason.name } as const;
  const found = await work.find({ ask: 'rows', collection: detailedDeals, where, limit: DEALS_AT_ONCE });
  for (const deal of found) {
    const put = work.put(detailedDeals, stamped({ ...deal, lossReason: to }, work));
    if (!put.ok) return put;
  }
  const left = (await work.count(detailedDeals, where)) - found.length;
  if (left <= 0) work.remove(lossReasons, reason.id);
  else {
    const put = work.put(lossReasons, { ...reason, replacedBy: to, modifiedAt: work.env.now });
    if (!put.ok) return put;
  }
  return ok({ moved: found.length, left: Math.max(0, left) });
}

/**
 * Takes a contact away, and off every deal it has a part in: its roles go, and its word on their budgets. All in one
 * commit, so that it can be undone. After a contact was erased it still takes it off the deals. Problem:
 * `store/not-found` when there is neither.
 */
export const removeContact = (input: { readonly id: Id<'contact'> }): Command<undefined> =>
  command('deals/removeContact', input, async (work) => {
    const named = await work.find({
      ask: 'rows',
      collection: detailedDeals,
      where: {
        or: [
          { field: 'contactIds', is: 'eq', value: input.id },
          { field: 'budget.contactId', is: 'eq', value: input.id },
        ],
      },
    });
    const contact = await work.require(contacts, input.id);
    if (!contact.ok && named.length === 0) return contact;
    for (const deal of named) {
      const put = work.put(detailedDeals, stamped(withoutContact(deal, input.id), work));
      if (!put.ok) return put;
    }
    work.remove(contacts, input.id);
    return ok(undefined);
  });
