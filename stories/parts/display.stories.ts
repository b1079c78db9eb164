import {
  avatarStack,
  badge,
  chip,
  icons,
  progressBar,
  removableTag,
  skeleton,
  table,
  tabPanel,
  tabs,
  tag,
} from '@kith/elements/parts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { guidance, surface } from './surface.js';

const meta: Meta = {
  title: 'Parts/Chip, tabs, progress, table',
  parameters: guidance(
    'What is looked at more than it is worked with.',
    [
      'Keep units and decimals equal in a column, and figures at its end.',
      'Tabs for surfaces of which one is looked at; content that is there, or comes quickly, since arrows show it at once.',
      'Say in words how far something is: “812 of 1,284”.',
    ],
    ['Colour as the only carrier of a status.', 'Truncate amounts, days or badges.', 'Tabs that go to another page.'],
  ),
};
export default meta;

type Story = StoryObj;

const nothingDone = () => {};

/** Conditions of a filter, and words on things that can be taken away. */
export const ChipsAndTags: Story = {
  render: () =>
    surface(
      () => html`
        <div class="set">
          ${chip({ label: 'Owner', operator: 'is', value: 'Zofia Grabek', icon: icons.user, onEdit: nothingDone, removeLabel: 'Remove the filter on owner', onRemove: nothingDone })}
          ${chip({ label: 'Amount', operator: 'over', value: '€5,000', onEdit: nothingDone, removeLabel: 'Remove the filter on amount', onRemove: nothingDone })}
          ${chip({ label: 'Archived' })}
        </div>
        <div class="set">${tag('Tender')} ${['Strategic', 'Pilot', '渠道'].map((text) => removableTag(text, { label: `Remove ${text}`, run: nothingDone }))}</div>
        <div class="set">
          ${badge('Draft')}${badge('Open', 'info')}${badge('Won', 'positive')}${badge('At risk', 'warning')}${badge('Overdue', 'negative')}
        </div>
      `,
    ),
};

/** Who they are is read out; how many more is a number. */
export const People: Story = {
  render: () =>
    surface((parent) => {
      const people = ['Rafael Ortuño', 'Mika Saari', 'Zofia Grabek', 'Hanna Lindqvist', '佐藤 花子', 'Ida Brenner'].map(
        (name) => ({ id: name, name }),
      );
      return html`
        <div class="set">
          ${avatarStack({ label: 'Owners', people }, parent.locale.format)} ${avatarStack({ label: 'Owners', people, size: 32, most: 5 }, parent.locale.format)}
        </div>
      `;
    }),
};

let selected = 'overview';

/** Arrow keys in the direction of reading, Home and End. */
export const Tabs: Story = {
  render: () =>
    surface((parent) => {
      const onSelect = (id: string) => {
        selected = id;
        parent.requestUpdate();
      };
      const all = [
        { id: 'overview', label: 'Overview' },
        { id: 'activity', label: 'Activity', count: '48' },
        { id: 'deals', label: 'Deals' },
        { id: 'files', label: 'Files' },
      ];
      return html`${tabs({ label: 'Hanna Lindqvist', tabs: all, selected, onSelect })}${tabPanel(selected, html`<p style="padding-block: 16px">${all.find(({ id }) => id === selected)?.label}</p>`)}`;
    }),
};

/** How far something is, that nobody knows how far, and what is on its way. */
export const ProgressAndSkeleton: Story = {
  render: () =>
    surface(
      () => html`
        <div class="narrow">
          ${progressBar({ label: 'Importing contacts', done: 812, total: 1284, text: '812 of 1,284' })}
          ${progressBar({ label: 'Reading the file', action: html`<button class="button small">Cancel</button>` })}
          ${skeleton('wide')}${skeleton('half')}${skeleton('short')}
        </div>
      `,
    ),
};

const deals = [
  { name: 'Port call scheduling', stage: 'Proposal', amount: '€64,000', age: '12 d' },
  { name: 'Loja B2B e catálogo', stage: 'Qualified', amount: '€21,300', age: '3 d' },
  { name: 'みなと製作所 保守ポータル', stage: 'Negotiation', amount: '€70,000', age: '41 d' },
  { name: 'Atelier clienteling', stage: 'Proposal', amount: '€36,000', age: '19 d' },
] as const;
type Deal = (typeof deals)[number];

/** A few rows, all of them there. A long list is a grid of its own. */
export const Table: Story = {
  render: () =>
    surface(() =>
      table<Deal>({
        label: 'Deals of this quarter',
        rows: deals,
        isSelected: ({ stage }) => stage === 'Negotiation',
        columns: [
          { head: 'Deal', cell: ({ name }) => html`<bdi>${name}</bdi>`, foot: '4 deals' },
          { head: 'Stage', cell: ({ stage }) => badge(stage) },
          { head: 'Amount', cell: ({ amount }) => amount, isFigure: true, foot: '€191,300' },
          { head: 'Age', cell: ({ age }) => age, isFigure: true },
        ],
      }),
    ),
};
