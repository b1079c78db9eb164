import type { KithScoreExplain } from '@kith/elements';
import { scoreId, setByHand } from '@kith/store/scoring';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { withoutConnection } from '../books/connection.js';
import { countedPlan, modelPlan, rulePlan, SCORED, untaughtPlan } from '../books/scored.js';
import { scoredPage } from '../books/scored-page.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Score explanation',
  component: 'kith-score-explain',
  argTypes: controls({ layout: ['auto', 'compact', 'full'], 'by-hand': 'boolean' }),
  parameters: guidance(
    'Why somebody has a score: what pushes which way and how much. Give it the plan by which rows are scored, and the id of the row.',
    [
      'Stand it where the score is used: in the card, beside the lead.',
      'Name rules in your own words where their condition says too little.',
      'Let it say that a model has not learned enough: pass on the refusal of `trainScores`.',
    ],
    [
      'Show a figure without its reasons.',
      'Explain a score by other rules than those it was made by.',
      'Use `by-hand` where nobody answers for what is set.',
    ],
    560,
  ),
};
export default meta;

type Story = StoryObj;

const elementIn = (canvas: HTMLElement): KithScoreExplain =>
  canvas.querySelector('kith-score-explain') as KithScoreExplain;

/** Points by rules on two axes, with what was counted, what has faded, and what caps and limits took off. */
export const ByRules: Story = { ...onItsPage, render: () => scoredPage(rulePlan, SCORED.lea) };

/** Within a card: grade, points, and the four strongest reasons. */
export const Compact: Story = { render: () => scoredPage(rulePlan, SCORED.lea, { width: 280, layout: 'compact' }) };

/** A chance by a model: where an average person starts, and what each field adds. */
export const ByModel: Story = { render: () => scoredPage(modelPlan, SCORED.lea, { takesByHand: true }) };

/** What somebody set stays, says so, and can be taken back. */
export const SetByHand: Story = {
  render: () => scoredPage(modelPlan, SCORED.lea, { takesByHand: true }),
  play: async ({ canvasElement }) => {
    const element = elementIn(canvasElement);
    await until(() => element.shadowRoot?.querySelector('.score-reasons'));
    await element.activeStore?.run(setByHand({ id: scoreId(modelPlan, SCORED.lea), points: 20 }, modelPlan));
    await until(() => element.shadowRoot?.querySelector('.banner'));
  },
};

/** How many times the odds are what they would be: counted from deals that were won and lost. */
export const ByCounts: Story = { render: () => scoredPage(countedPlan, SCORED.deal) };

/** A model that has not seen enough says nothing, and what is missing. */
export const NotEnoughData: Story = {
  render: () =>
    scoredPage(untaughtPlan, SCORED.lea, {
      refusal: {
        code: 'scoring/too-few-outcomes',
        message: 'Too few.',
        params: { least: 50, won: 20, lost: 40, missingWon: 30, missingLost: 10 },
      },
    }),
};

/** Nobody has scored it yet. */
export const NotScored: Story = { render: () => scoredPage(rulePlan, SCORED.nobody) };

/** While the book is opened, after 200 ms. */
export const Loading: Story = { render: () => scoredPage(rulePlan, SCORED.lea, { book: 'loading' }) };

/** The storage cannot be reached. */
export const CannotBeRead: Story = { render: () => scoredPage(rulePlan, SCORED.lea, { book: 'unreachable' }) };

/** Whoever looks has no right to. */
export const Forbidden: Story = { render: () => scoredPage(rulePlan, SCORED.lea, { book: 'forbidden' }) };

/** Without a connection it says so; what was read stays. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => scoredPage(rulePlan, SCORED.lea),
  play: async ({ canvasElement }) => {
    const element = elementIn(canvasElement);
    await until(() => element.shadowRoot?.querySelector('.score-reasons'));
    await until(() => element.shadowRoot?.querySelector('.banner.warning'));
  },
};
