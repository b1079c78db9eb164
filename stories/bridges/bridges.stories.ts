import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';
import { breventPage } from '../books/brevent-page.js';
import { type System, systems } from './systems.js';

const meta: Meta = { title: 'Foundations/Bridges', tags: ['!autodocs'], parameters: { layout: 'fullscreen' } };
export default meta;

type Story = StoryObj;

/** Gives an element the system's own light or dark, whichever the page has, and follows it. */
function inThemeOfThePage(system: System): DirectiveResult {
  const { documentElement } = document;
  let observer: MutationObserver | undefined;
  return ref((page) => {
    observer?.disconnect();
    if (!page) return;
    const wear = (): void => {
      const { class: name = '', ...rest } = system.scope(
        documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
      );
      page.className = `page ${name}`;
      for (const [attribute, value] of Object.entries(rest)) page.setAttribute(attribute, value);
    };
    observer = new MutationObserver(wear);
    observer.observe(documentElement, { attributeFilter: ['data-theme'] });
    wear();
  });
}

/** A page in a system's own look, with Kith's elements in it. */
const story = (system: System, own: TemplateResult): Story => ({
  render: () => html`
      <style>
        ${system.css}${system.bridge}
        .page, .page * { box-sizing: border-box; }
        .page { min-block-size: 100vh; padding-block-end: 24px; }
        .page .bar { display: flex; gap: 24px; align-items: center; padding-inline: 24px; margin-block-end: 16px; }
        .page .halves { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 340px); gap: 24px; padding-inline: 24px; align-items: start; }
        .page .side { display: grid; gap: 24px; }
        .page .row { display: flex; gap: 8px; margin-block-start: 16px; }
        @container story (max-width: 760px) { .page .halves { grid-template-columns: minmax(0, 1fr); } }
      </style>
      <div style="container: story / inline-size">
        <div ${inThemeOfThePage(system)}>
          <div class="bar"><b>Maison Brévent</b><span>Orders</span><span>Customers</span></div>
          ${breventPage(html`
            <div class="halves">
              <kith-deal-panel deal="deal_clienteling"></kith-deal-panel>
              <div class="side">${own}<kith-contact-card contact="contact_lea"></kith-contact-card></div>
            </div>
          `)}
        </div>
      </div>
    `,
});

const plain = html`
  <div class="box">
    <h2>New order</h2>
    <input class="entry" aria-label="Customer" value="Léa Fontanel" />
    <div class="row"><button class="action">Save order</button><button class="other">Cancel</button></div>
  </div>
`;

/** Bootstrap 5.3, with its own stylesheet. */
export const Bootstrap: Story = story(
  systems.bootstrap,
  html`
    <style>.page { background: var(--bs-body-bg); color: var(--bs-body-color); } .page .bar { block-size: 56px; background: var(--bs-tertiary-bg); }</style>
    <div class="card"><div class="card-body">
      <h2 class="card-title h5">New order</h2>
      <input class="form-control" aria-label="Customer" value="Léa Fontanel" />
      <div class="row ms-0"><button class="btn btn-primary w-auto">Save order</button><button class="btn btn-secondary w-auto">Cancel</button></div>
    </div></div>
  `,
);

/** A Material 3 theme: the baseline scheme. */
export const Material: Story = story(systems.material, plain);

/** Fluent 2, with the themes of @fluentui/tokens. */
export const Fluent: Story = story(
  systems.fluent,
  html`
    <style>
      .page { background: var(--colorNeutralBackground2); color: var(--colorNeutralForeground1); font: var(--fontSizeBase300)/var(--lineHeightBase300) var(--fontFamilyBase); }
      .page .bar { block-size: 48px; background: var(--colorNeutralBackground1); box-shadow: var(--shadow4); }
      .page .box { padding: 16px; border-radius: var(--borderRadiusMedium); background: var(--colorNeutralBackground1); box-shadow: var(--shadow4); }
      .page h2 { margin: 0 0 12px; font: var(--fontWeightSemibold) var(--fontSizeBase400)/var(--lineHeightBase400) var(--fontFamilyBase); }
      .page :is(.action, .other) { block-size: 32px; padding: 0 12px; border: 1px solid transparent; border-radius: var(--borderRadiusMedium); background: var(--colorBrandBackground); color: var(--colorNeutralForegroundOnBrand); font: var(--fontWeightSemibold) var(--fontSizeBase300)/var(--lineHeightBase300) var(--fontFamilyBase); }
      .page .other { border-color: var(--colorNeutralStroke1); background: var(--colorNeutralBackground1); color: var(--colorNeutralForeground1); }
      .page .entry { inline-size: 100%; block-size: 32px; padding: 0 10px; border: 1px solid var(--colorNeutralStroke1); border-block-end-color: var(--colorNeutralStrokeAccessible); border-radius: var(--borderRadiusMedium); background: var(--colorNeutralBackground1); color: inherit; font: inherit; }
    </style>
    ${plain}
  `,
);

/** shadcn/ui, in its neutral base colour. */
export const Shadcn: Story = story(systems.shadcn, plain);

/** Web Awesome 3, with its own theme and its styles for native elements. */
export const WebAwesome: Story = story(
  systems.webAwesome,
  html`
    <style>
      .page { background: var(--wa-color-surface-default); color: var(--wa-color-text-normal); }
      .page .bar { block-size: 60px; border-block-end: 1px solid var(--wa-color-surface-border); }
      .page .box { padding: var(--wa-space-m); border: 1px solid var(--wa-color-surface-border); border-radius: var(--wa-border-radius-m); background: var(--wa-color-surface-raised); }
      .page h2 { margin: 0 0 12px; font-size: var(--wa-font-size-m); }
    </style>
    <div class="box">
      <h2>New order</h2>
      <input aria-label="Customer" value="Léa Fontanel" />
      <div class="row"><button class="wa-brand">Save order</button><button class="wa-neutral wa-outlined">Cancel</button></div>
    </div>
  `,
);
