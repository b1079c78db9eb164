import type { Activity } from '@kith/core';
import { refuse } from '@kith/core';
import { type DetailedDeal, primaryContact } from '@kith/core/deals';
import { activities } from '../../activities/collection.js';
import type { Command } from '../../command.js';
import { create } from '../../entity.js';
import { changeDeal, type OfDeal, withField } from './change-deal.js';

/**
 * Says that what was agreed upon is done, and what comes next: it is written down as an activity of the deal, its company
 * and whom to call first, and the next step takes its place. One commit that one undo takes back. Problem:
 * `deals/no-next-step`.
 */
export const completeNextStep = (
  input: OfDeal & {
    /** What came of it. */
    readonly outcome?: string | undefined;
    /** What comes next; nothing when left out. */
    readonly next?: DetailedDeal['nextStep'];
  },
): Command<DetailedDeal> =>
  changeDeal('deals/completeNextStep', input, (deal, work) => {
    const { nextStep, companyId } = deal;
    if (!nextStep)
      return refuse({
        code: 'deals/no-next-step',
        message: `Nothing is agreed upon for "${deal.name}", so nothing can be done with. Say what comes next.`,
        path: 'nextStep',
        fix: { kind: 'fields', fields: ['nextStep'] },
      });
    const done = create<Activity>(work, activities, {
      kind: nextStep.kind,
      subject: nextStep.subject,
      status: 'done',
      at: work.env.now,
      completedAt: work.env.now,
      dealId: deal.id,
      companyId,
      contactId: primaryContact(deal),
      ownerId: work.env.actor,
      outcome: input.outcome?.trim() || undefined,
    });
    return done.ok ? withField(deal, { nextStep: input.next }) : done;
  });
