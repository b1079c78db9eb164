import { IMPORTS, insertExport } from './words.mjs';

/** What makes an element known: its own definition, its place among all of them, its export. */
export function registration({ tag, className, folder }) {
  const from = `./${folder}/${tag}.js`;
  const definition = [
    `packages/elements/src/define/${tag}.ts`,
    `import { defineElement } from '../base/define-element.js';
import { ${className} } from '../${folder}/${tag}.js';

defineElement(${className});
`,
  ];
  const edits = new Map([
    ['packages/elements/src/index.ts', (text) => insertExport(text, `export { ${className} } from '${from}';`)],
    [
      'packages/elements/src/define-all.ts',
      (text) =>
        insertExport(text, `import { ${className} } from '${from}';`, IMPORTS).replace(
          /(elementClasses: readonly ElementClass\[\] = \[[\s\S]*?),?\s*\];/,
          `$1, ${className}];`,
        ),
    ],
  ]);
  return { definition, edits };
}

/** The files of a new element, by path, and the edits of those that are there. */
export function elementFiles(words, letters) {
  const { kebab, type } = words;
  const { definition, edits } = registration({ tag: kebab, className: `Kith${type}`, folder: kebab });
  const files = new Map([
    [`packages/elements/src/${kebab}/${kebab}.ts`, element(words)],
    [`packages/elements/src/${kebab}/messages.ts`, sentences(words)],
    definition,
    [`docs/spec/${kebab}.md`, spec(words, letters)],
    [`test/elements/${kebab}/${kebab}.browser.test.ts`, test(words, letters)],
    [`test/keyboard/scripts/${kebab}.ts`, keyboardScript(words)],
    [`stories/${kebab}/${kebab}.stories.ts`, story(words)],
  ]);
  return {
    files,
    edits,
    next: `Now make it yours: packages/elements/src/${kebab}/${kebab}.ts. Look at it with: pnpm storybook`,
  };
}

const element = ({ kebab, type, value, title }) => `import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KithElement } from '../base/element.js';
import { ${value}Messages } from './messages.js';

/**
 * ${title}: how much of a whole is reached, as a bar and in words.
 *
 * @slot - What it is about, before the bar.
 * @csspart bar - The bar.
 */
export class Kith${type} extends KithElement {
  static override readonly tag = '${kebab}';
  static override styles = [
    KithElement.styles,
    css\`
      :host {
        display: flex;
        align-items: center;
        gap: var(--kith-space-2);
      }
    \`,
  ];

  /** How much is reached, from 0 to \`whole\`. */
  @property({ type: Number }) reached = 0;
  /** The whole. */
  @property({ type: Number }) whole = 100;

  override render(): TemplateResult {
    const say = this.sentences(${value}Messages);
    const words = say.reached(this.reached, this.whole);
    return html\`
      <slot></slot>
      <meter part="bar" class="grow" min="0" .max=\${this.whole} .value=\${this.reached} aria-label=\${words}></meter>
      <span class="number" aria-hidden="true">\${words}</span>
    \`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-${kebab}': Kith${type};
  }
}
`;

const sentences = ({ value, type, spoken, article }) => `import { type Messages, messages } from '../base/locale.js';

/** What ${article} ${spoken} says. */
interface ${type}Sentences {
  reached(part: number, whole: number): string;
}

/** The sentences of the ${spoken}. */
export const ${value}Messages: Messages<${type}Sentences> = messages({
  en: () => ({ reached: (part, whole) => \`\${part} of \${whole}\` }),
  'zh-Hans': () => ({ reached: (part, whole) => \`\${part}/\${whole}\` }),
});
`;

const spec = ({ title, spoken }, letters) => `# ${title}

What the ${spoken} shows. Each law has a test of its number.

- **${letters}1** It says in words what it shows as a bar, in the page's language.
`;

const test = ({ kebab, type }, letters) => `import '@kith/elements/define/${kebab}';
import type { Kith${type} } from '@kith/elements';
import { expect, fixture, html } from '@open-wc/testing';

it('${letters}1 says in words what it shows as a bar', async () => {
  const element = await fixture<Kith${type}>(html\`<kith-${kebab} reached="3" whole="4">Calls</kith-${kebab}>\`);
  const meter = element.shadowRoot?.querySelector('meter');
  expect(meter?.value).to.equal(3);
  expect(meter?.getAttribute('aria-label')).to.equal('3 of 4');
  await expect(element).to.be.accessible();

  element.lang = 'zh-Hans';
  await element.updateComplete;
  expect(meter?.getAttribute('aria-label')).to.equal('3/4');
});
`;

const keyboardScript = ({ kebab }) => `import { html } from 'lit';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => html\`<kith-${kebab} .reached=\${3} .whole=\${4}>Calls</kith-${kebab}>\`,
  ready: 'Calls',
  // There is nothing to press yet. What comes is done here by keys: { at: 'Add', press: 'Enter', focus: 'Name' }
  stops: 0,
  lines: [],
};
`;

const story = ({ kebab, title }) => `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/${title}',
  component: 'kith-${kebab}',
  argTypes: controls({ reached: { from: 0, to: 100 }, whole: { from: 1, to: 100 } }),
  parameters: guidance(
    'How much of a whole is reached, as a bar and in words.',
    ['Say before it what it is about.'],
    ['For what has no end.'],
    120,
  ),
};
export default meta;

/** Three quarters of the way. */
export const Partly: StoryObj = {
  ...onItsPage,
  render: () => html\`<kith-${kebab} .reached=\${3} .whole=\${4}>Calls</kith-${kebab}>\`,
};
`;
