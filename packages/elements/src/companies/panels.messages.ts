import type { ContactRole } from '@kith/core/deals';
import { translated } from '../base/locale.js';

/** What the panels of a company's card say about its group and its people. */
export interface CompanyPanelSentences {
  readonly group: string;
  readonly groupFailed: string;
  readonly groupCut: string;
  readonly openWithSubsidiaries: string;
  readonly openDealsOf: (count: number) => string;
  readonly roles: Readonly<Record<ContactRole, string>>;
  readonly noRole: string;
}

export const companyPanelMessages = translated<CompanyPanelSentences>('companyPanels', (format) => ({
  group: 'Group',
  groupFailed: 'The group could not be read.',
  groupCut: 'The group has more companies than stand here.',
  openWithSubsidiaries: 'Open, with subsidiaries',
  openDealsOf: (count) =>
    format.plural(count, {
      one: `${format.number(count)} open deal`,
      other: `${format.number(count)} open deals`,
    }),
  roles: {
    decisionMaker: 'Decides',
    economicBuyer: 'Holds the budget',
    champion: 'Speaks for us',
    influencer: 'Influences',
    evaluator: 'Evaluates',
    blocker: 'Speaks against us',
    user: 'Uses it',
    other: 'Other part',
  },
  noRole: 'No part in a deal',
}));
