import type { Id } from '@kith/core';
import type { Lead } from '@kith/core/leads';
import type { Command } from '@kith/store';
import { allPlans, assign, assignByPlan } from '@kith/store/leads';
import { sentencesIn } from '../base/locale.js';
import { readOnce } from '../lists/read-once.js';
import { avatar } from '../parts/avatar.js';
import { bolt } from '../parts/icons/tools.js';
import type { Menu } from '../parts/menu.js';
import { deskMessages } from './desk.messages.js';
import { detailMessages } from './detail.messages.js';
import type { InboxHost } from './inbox-host.js';

/** For which leads somebody is chosen: the open one, or the chosen ones. */
interface Assigned {
  readonly leads: readonly Lead[];
  readonly count: number;
  /** Does one thing with each of the chosen leads. */
  readonly each: (commandFor: (id: Id<'lead'>) => Command<unknown>) => void;
}

/** To whom leads go: by a plan, which says why, or by hand. */
export async function assignMenu(
  host: InboxHost,
  menu: Menu,
  anchor: HTMLElement,
  { leads, count, each }: Assigned,
): Promise<void> {
  const { activeStore: store, users, locale } = host;
  const say = sentencesIn(deskMessages, locale);
  const detail = sentencesIn(detailMessages, locale);
  const plans = store ? await readOnce(store, allPlans()).catch(() => []) : [];
  const [only] = leads;
  const nameOf = (id: Id<'user'> | undefined): string => users.find((each) => each.id === id)?.name ?? detail.somebody;
  const byPlan = (planId: Id<'assignmentPlan'>): void => {
    if (!only || count !== 1) {
      each((id) => assignByPlan({ id, planId }));
      return;
    }
    // A plan that finds nobody leaves the lead where it is, with the reason on it: then it stays open.
    void host.carryOut(assignByPlan({ id: only.id, planId }), {
      done: ({ name, ownerId, assignment, unassigned }) =>
        ownerId === undefined || unassigned
          ? { text: say.notGiven(name, detail.unassigned[unassigned?.why ?? ''] ?? say.nobody), name }
          : { text: say.givenBy(name, nameOf(ownerId), assignment?.ruleName ?? ''), name },
    });
  };
  const byHand = (ownerId: Id<'user'>): void => {
    if (!only || count !== 1) {
      each((id) => assign({ id, ownerId }));
      return;
    }
    void host.act(assign({ id: only.id, ownerId }), {
      done: ({ name }) => ({ text: say.given(name, nameOf(ownerId)), name }),
    });
  };
  await menu.open(anchor, say.assignTo(count), [
    {
      caption: say.byPlan,
      items: plans.map(({ id, name }) => ({ label: name, icon: bolt, choose: () => byPlan(id) })),
    },
    {
      caption: say.byHand,
      items: users.map(({ id, name }) => ({
        label: name,
        picture: avatar({ id, name, size: 20 }, locale.format),
        isCurrent: count === 1 && only?.ownerId === id,
        choose: () => byHand(id),
      })),
    },
  ]);
}
