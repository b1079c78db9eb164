import { translated } from '../base/locale.js';

/** What is asked before a pipeline is made, and what those to begin with and their stages are called. */
export const templateMessages = translated('pipelineTemplates', () => ({
  title: 'New pipeline',
  copyTitle: (name: string) => `Duplicate ${name}`,
  close: 'Close',
  cancel: 'Cancel',
  create: 'Create pipeline',
  creating: 'Creating…',
  name: 'Name',
  nameMissing: 'It needs a name.',
  beginWith: 'Begin with',
  copyOf: (name: string) => `Copy of ${name}`,
  copyText: 'All stages with their rules. Its deals stay where they are.',
  names: { sales: 'New business', renewal: 'Renewals', blank: 'Three stages' } as Readonly<Record<string, string>>,
  stages: {
    qualified: 'Qualified',
    discovery: 'Discovery',
    proposal: 'Proposal',
    negotiation: 'Negotiation',
    due: 'Due',
    offered: 'Offered',
    agreed: 'Agreed',
    first: 'In progress',
    won: 'Won',
    lost: 'Lost',
  } as Readonly<Record<string, string>>,
}));
