import { modelPlan, SCORED } from '../../../stories/books/scored.js';
import { scoredPage } from '../../../stories/books/scored-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => scoredPage(modelPlan, SCORED.lea, { takesByHand: true }),
  ready: 'Set by hand',
  stops: 1,
  lines: [
    { at: /^Set by hand/, press: 'Enter', focus: 'Chance to win %' },
    { press: 'Escape', focus: /^Set by hand/ },
    { press: 'Enter', focus: 'Chance to win %' },
    { press: 'Control+a' },
    {
      type: '61',
      press: 'Enter',
      focus: /^Set by hand/,
      shows: 'Set by hand: 61%',
      holds: holding('scores', { points: 61 }),
    },
  ],
};
