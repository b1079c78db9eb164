import type { Env } from '../kernel/env.js';
import { type Money, money } from '../kernel/money.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { isSame } from '../kernel/same.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import type { LineItem, Terms } from '../pricing/schema.js';
import { totalsOf } from '../pricing/totals.js';
import { amountProblem } from './amounts.js';
import type { DetailedDeal } from './details.js';

/**
 * Where the amount of a deal comes from: it follows its line items, or somebody set it by hand. By hand is sticky: as soon
 * as the amount is anything else than the lines came to, whoever wrote it (a form, an import, another client), it follows
 * them no more, until somebody says that it shall. Undefined when there is none.
 */
export function amountSource(
  deal: Pick<DetailedDeal, 'amount' | 'amountFrom' | 'items'>,
): 'items' | 'hand' | undefined {
  if (deal.amountFrom === 'items' && deal.items && isSame(deal.amount, deal.items.net)) return 'items';
  return deal.amount && 'hand';
}

/**
 * Gives a deal its line items, and its amount with them where it follows: what they come to without tax. It follows when
 * it did before, and when there were neither items nor an amount. No lines take the items away; the amount stays then, as
 * one set by hand. Problems: those of `totalsOf`, `deals/closed`, `deals/absurd-amount`.
 */
export function withItems(
  deal: DetailedDeal,
  lines: readonly LineItem[],
  terms: Terms,
  env: Env,
): Result<DetailedDeal> {
  const open = checkOpen(deal);
  if (!open.ok) return open;
  const source = amountSource(deal);
  if (lines.length === 0) return ok(changed({ ...deal, items: undefined, amountFrom: undefined }, env));
  const totals = totalsOf(lines, terms);
  if (!totals.ok) return totals;
  const net = money(totals.value.net, terms.currency);
  const problem = amountProblem(net, 'amount');
  if (problem) return refuse({ ...problem, path: 'items' });
  const items = { terms, lines, net, total: money(totals.value.total, terms.currency) };
  const follows = source === 'items' || source === undefined;
  return ok(
    changed({ ...deal, items, amountFrom: follows ? 'items' : undefined, ...(follows && { amount: net }) }, env),
  );
}

/**
 * Sets the amount of a deal by hand (none when undefined), or has it follow its line items from now on. Problems:
 * `deals/closed`, `deals/no-items`, `deals/negative-amount`, `deals/absurd-amount`.
 */
export function withAmount(deal: DetailedDeal, amount: Money | undefined | 'items', env: Env): Result<DetailedDeal> {
  const open = checkOpen(deal);
  if (!open.ok) return open;
  if (amount === 'items') {
    if (!deal.items)
      return refuse({
        code: 'deals/no-items',
        message: `"${deal.name}" has no line items that its amount could follow. Add one first.`,
        path: 'items',
        fix: { kind: 'fields', fields: ['items'] },
      });
    return ok(changed({ ...deal, amount: deal.items.net, amountFrom: 'items' }, env));
  }
  const problem = amount && amountProblem(amount, 'amount');
  return problem ? refuse(problem) : ok(changed({ ...deal, amount, amountFrom: undefined }, env));
}

function checkOpen(deal: DetailedDeal): Result<undefined> {
  if (deal.status === 'open') return ok(undefined);
  return refuse({
    code: 'deals/closed',
    message: `"${deal.name}" is closed: its value and its line items stay as they are. Reopen it first.`,
    params: { status: deal.status },
  });
}

const changed = (deal: DetailedDeal, env: Env): DetailedDeal =>
  withoutEmpty({ ...deal, modifiedAt: env.now, modifiedBy: env.actor });
