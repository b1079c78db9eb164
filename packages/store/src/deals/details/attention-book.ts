import { type Activity, type Deal, type Instant, lastDoneAt, type Money, type Stage } from '@kith/core';
import {
  ATTENTION_REASONS,
  type AttentionClock,
  type AttentionFinding,
  type AttentionLimits,
  type AttentionReason,
  attentionOf,
} from '@kith/core/deals';
import { type ConvertedSum, type Rate, rateFinder, sumOn } from '@kith/core/rates';
import { newDueTimes } from './due-times.js';
import { orderedList } from './ordered-list.js';

/** A deal to look at. */
export interface AttentionItem {
  readonly deal: Deal;
  readonly findings: readonly AttentionFinding[];
  /** The amount times the chance of the stage; absent without an amount. */
  readonly atRisk?: Money;
}

/** Deals that need attention, what is at risk in the most urgent order. */
export interface AttentionList {
  /** Those with the most at risk first; then those whose currency has no rate, by their amounts; then those without an amount. */
  readonly items: readonly AttentionItem[];
  /** How many there are in all. */
  readonly total: number;
  /** How many have each reason. */
  readonly counts: Readonly<Record<AttentionReason, number>>;
  /** What is at risk in all of them: per currency, and converted as far as there are rates. */
  readonly atRisk: ConvertedSum;
}

/** What the list is made by. */
export interface AttentionBookSetup {
  readonly limits: AttentionLimits;
  /** The currency that amounts are compared in, and the rates for it. */
  readonly currency: string;
  readonly rates: readonly Rate[];
  readonly stageOf: (deal: Deal) => Stage | undefined;
}

/** What is known of all open deals: kept deal by deal, so that a change costs one of them whatever their number. */
export interface AttentionBook {
  /** A deal as it is now; undefined when it is gone or is none of the list's. */
  setDeal(id: string, deal: Deal | undefined, clock: AttentionClock): void;
  /** An activity as it is now; undefined when it is gone. Answers a deal whose last activity is not known any more. */
  setActivity(id: string, activity: Activity | undefined, clock: AttentionClock): string | undefined;
  /** When something was done on a deal last. */
  setLastActivity(dealId: string, last: LastActivity | undefined, clock: AttentionClock): void;
  /** Looks again at the deals whose time has come. */
  moveOn(clock: AttentionClock): void;
  list(limit: number, clock: AttentionClock): AttentionList;
  /** How often a deal was looked at since the beginning: what a change costs, whatever the machine. */
  evaluations(): number;
}

/** What was done last on a deal. */
export interface LastActivity {
  readonly id: string;
  /** When it was done, whenever it had been planned for. */
  readonly at: Instant;
}

interface Entry {
  readonly item: AttentionItem;
  readonly key: SortKey;
}

/** What is at risk in the currency of the list, or what stands behind all that. */
interface SortKey {
  readonly group: 0 | 1 | 2;
  readonly currency: string;
  readonly minor: number;
  readonly id: string;
}

/** A book without deals. */
export function attentionBook({ limits, currency, rates, stageOf }: AttentionBookSetup): AttentionBook {
  const open = new Map<string, Deal>();
  const lastActivities = new Map<string, LastActivity>();
  /** The deals of which an activity is the last one. */
  const dealsByLast = new Map<string, string>();
  const entries = new Map<string, Entry>();
  const ordered = orderedList(isBefore);
  const counts = new Map<AttentionReason, number>(ATTENTION_REASONS.map((reason) => [reason, 0]));
  const sums = new Map<string, number>();
  const due = newDueTimes();
  const find = rateFinder(rates);
  let evaluations = 0;

  const keyOf = (id: string, atRisk: Money | undefined, clock: AttentionClock): SortKey => {
    if (!atRisk) return { group: 2, currency: '', minor: 0, id };
    if (atRisk.currency === currency) return { group: 0, currency: '', minor: atRisk.minor, id };
    const found = find(atRisk.currency, currency, clock.day);
    if (!found) return { group: 1, currency: atRisk.currency, minor: atRisk.minor, id };
    // To sort by, an approximation is enough; what is shown is converted exactly.
    const ratio = Number(found.ratio.numerator) / Number(found.ratio.denominator);
    return { group: 0, currency: '', minor: atRisk.minor * ratio, id };
  };
  const count = ({ findings, atRisk }: AttentionItem, sign: 1 | -1): void => {
    for (const { reason } of findings) counts.set(reason, (counts.get(reason) ?? 0) + sign);
    if (atRisk) sums.set(atRisk.currency, (sums.get(atRisk.currency) ?? 0) + sign * atRisk.minor);
  };
  const remove = (id: string): void => {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    ordered.delete(entry);
    count(entry.item, -1);
  };
  const look = (id: string, clock: AttentionClock): void => {
    remove(id);
    const deal = open.get(id);
    if (!deal) {
      due.delete(id);
      return;
    }
    evaluations++;
    const lastActivityAt = lastActivities.get(id)?.at;
    const { findings, atRisk, nextAt } = attentionOf(deal, { stage: stageOf(deal), lastActivityAt, limits, clock });
    due.set(id, nextAt);
    if (findings.length === 0) return;
    const item: AttentionItem = { deal, findings, ...(atRisk && { atRisk }) };
    const entry = { item, key: keyOf(id, atRisk, clock) };
    entries.set(id, entry);
    ordered.add(entry);
    count(item, 1);
  };

  const setLast = (dealId: string, last: LastActivity | undefined, clock: AttentionClock): void => {
    const before = lastActivities.get(dealId);
    if (before) dealsByLast.delete(before.id);
    if (last) {
      lastActivities.set(dealId, last);
      dealsByLast.set(last.id, dealId);
    } else lastActivities.delete(dealId);
    if (open.has(dealId)) look(dealId, clock);
  };

  return {
    setDeal(id, deal, clock) {
      if (deal?.status === 'open') open.set(id, deal);
      else open.delete(id);
      look(id, clock);
    },
    setActivity(id, activity, clock) {
      const before = dealsByLast.get(id);
      const at = activity && lastDoneAt([activity], clock.now);
      const dealId = at && activity.dealId;
      if (dealId !== undefined && at) {
        const last = lastActivities.get(dealId);
        if (!last || at >= last.at) setLast(dealId, { id, at }, clock);
      }
      // It was the last one of a deal and is not any more: which one is has to be read.
      const is = before === undefined ? undefined : lastActivities.get(before);
      return is?.id === id && (before !== dealId || at !== is.at) ? before : undefined;
    },
    setLastActivity: setLast,
    moveOn(clock) {
      for (const id of due.take(clock.now)) look(id, clock);
    },
    list: (limit, clock) => ({
      items: ordered.first(limit).map(({ item }) => item),
      total: ordered.size,
      counts: Object.fromEntries(counts) as Record<AttentionReason, number>,
      atRisk: sumOn(
        [...sums].filter(([, minor]) => minor > 0).map(([code, minor]) => ({ minor, currency: code })),
        currency,
        clock.day,
        find,
      ),
    }),
    evaluations: () => evaluations,
  };
}

function isBefore({ key: left }: Entry, { key: right }: Entry): boolean {
  if (left.group !== right.group) return left.group < right.group;
  if (left.currency !== right.currency) return left.currency < right.currency;
  if (left.minor !== right.minor) return left.minor > right.minor;
  return left.id < right.id;
}
