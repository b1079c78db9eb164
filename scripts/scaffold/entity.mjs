import { registration } from './element.mjs';
import { IMPORTS, insertExport } from './words.mjs';

/** The files of a new entity, by path, and the edits of those that are there. */
export function entityFiles(words, letters) {
  const { kebab, type, folder, plural } = words;
  const card = registration({ tag: `${kebab}-card`, className: `Kith${type}Card`, folder });
  const files = new Map([
    [`packages/core/src/${folder}/schema.ts`, schema(words)],
    [`packages/core/src/${folder}/rules.ts`, rules(words, letters)],
    [`packages/store/src/${folder}/collection.ts`, collection(words)],
    [`packages/store/src/${folder}/commands.ts`, commands(words)],
    [`packages/store/src/${folder}/queries.ts`, queries(words)],
    [`packages/store/src/${folder}/index.ts`, index(words)],
    [`packages/elements/src/${folder}/${kebab}-card.ts`, cardElement(words)],
    [`packages/elements/src/${folder}/messages.ts`, cardMessages(words)],
    card.definition,
    [`docs/spec/${folder}.md`, spec(words, letters)],
    [`test/core/${folder}/rules.test.ts`, rulesTest(words, letters)],
    [`test/store/${folder}/commands.test.ts`, commandsTest(words, letters)],
    [`test/elements/${folder}/${kebab}-card.browser.test.ts`, cardTest(words, letters)],
    [`test/keyboard/scripts/${kebab}-card.ts`, cardScript(words)],
    [`stories/${folder}/${kebab}-card.stories.ts`, cardStory(words)],
  ]);
  const edits = new Map([
    [
      'packages/core/src/index.ts',
      (text) =>
        insertExport(
          insertExport(text, `export { close${type} } from './${folder}/rules.js';`),
          `export { ${type} } from './${folder}/schema.js';`,
        ),
    ],
    [
      'packages/store/src/index.ts',
      (text) =>
        insertExport(
          text,
          `export * as ${plural} from './${folder}/index.js';`,
          /^export \* as \w+ from '([^']+)';\n/gm,
        ),
    ],
    [
      'packages/store/src/collections.ts',
      (text) => listed(insertExport(text, `import { ${plural} } from './${folder}/collection.js';`, IMPORTS), plural),
    ],
    [
      'docs/spec/problems.md',
      (text) =>
        `${text.trimEnd()}\n\n## ${words.titlePlural}\n\n- \`${folder}/already-closed\` when ${words.article} ${words.spoken} is closed a second time; there is nothing left to do.\n`,
    ],
    ...Object.entries(ALREADY_CLOSED).map(([language, said]) => [
      `packages/elements/src/locales/${language}/problems.ts`,
      (text) => text.replace(/\};\s*$/, `  '${folder}/already-closed': () => '${said}',\n};\n`),
    ]),
    ...card.edits,
  ]);
  return {
    files,
    edits,
    next: `Now make it yours: the laws in docs/spec/${folder}.md first, then packages/core/src/${folder}. Check it with: pnpm check`,
  };
}

/** The refusal that the rule of a new entity gives, in the languages besides English. */
const ALREADY_CLOSED = {
  'zh-hans': '已经关闭。',
  'zh-hant': '已經關閉。',
  de: 'Das ist schon abgeschlossen.',
  es: 'Ya está cerrado.',
  ar: 'أُغلق هذا بالفعل.',
};

const listed = (text, plural) =>
  text
    .replace(/(readonly Collection\[\] = \[[\s\S]*?)\s*\];/, `$1\n  ${plural},\n];`)
    .replace(/([^,\s])\n(\s+\w+,\n\];)/, '$1,\n$2');

const schema = ({ type, value, article, spoken }) => `import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id, name } from '../kernel/schema.js';

/** ${article === 'an' ? 'An' : 'A'} ${spoken}. */
export const ${type} = z.object({
  id: id('${value}'),
  name,
  status: z.enum(['open', 'closed']),
  ...entityFields,
});
export type ${type} = Infer<typeof ${type}>;
`;

const rules = ({ type, value, folder, article, spoken }, letters) => `import type { Env } from '../kernel/env.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import type { ${type} } from './schema.js';

/** Closes ${article} ${spoken}, once (${letters}1 in docs/spec/${folder}.md). Problem: \`${folder}/already-closed\`. */
export function close${type}(${value}: ${type}, env: Env): Result<${type}> {
  if (${value}.status === 'closed')
    return refuse({ code: '${folder}/already-closed', message: \`"\${${value}.name}" is closed already.\`, path: 'status' });
  return ok(withoutEmpty({ ...${value}, status: 'closed', modifiedAt: env.now, modifiedBy: env.actor }));
}
`;

const collection = ({ type, value, folder, plural, titlePlural }) => `import { ${type} } from '@kith/core';
import type { Collection } from '../collection.js';

/** ${titlePlural}. */
export const ${plural}: Collection<${type}> = {
  name: '${folder}',
  kind: '${value}',
  schema: ${type},
  shape: { indexes: [['name'], ['status', 'name']] },
};
`;

const commands = ({
  type,
  value,
  folder,
  plural,
  article,
  spoken,
}) => `import { close${type}, type Id, type ${type} } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { ${plural} } from './collection.js';

/** What is given for a new ${spoken}: it begins open. */
export type CreateInput = Omit<Draft<${type}>, 'status'>;

/** Adds ${article} ${spoken}. */
export const create = (draft: CreateInput): Command<${type}> =>
  command('${folder}/create', draft, async (work) => createEntity(work, ${plural}, { ...draft, status: 'open' }));

/** Changes fields of ${article} ${spoken}; undefined or null empties one. Its status has a command of its own. */
export const edit = (input: {
  readonly id: Id<'${value}'>;
  readonly changes: Changes<${type}, 'status'>;
}): Command<${type}> => command('${folder}/edit', input, (work) => editEntity(work, ${plural}, input, ['status']));

/** Closes ${article} ${spoken}. Problems: those of core's \`close${type}\`, and \`store/not-found\`. */
export const close = (input: { readonly id: Id<'${value}'> }): Command<${type}> =>
  command('${folder}/close', input, async (work) => {
    const ${value} = await work.require(${plural}, input.id);
    if (!${value}.ok) return ${value};
    const closed = close${type}(${value}.value, work.env);
    return closed.ok ? work.put(${plural}, closed.value) : closed;
  });
`;

const queries = ({ type, value, plural, spoken, spokenPlural }) => `import type { Id, ${type} } from '@kith/core';
import type { OneQuery, RowsQuery } from '../query.js';
import { ${plural} } from './collection.js';

/** One ${spoken}. */
export const byId = (id: Id<'${value}'>): OneQuery<${type}> => ({ ask: 'one', collection: ${plural}, id });

/** The ${spokenPlural} that are open, by name. */
export const open = (): RowsQuery<${type}> => ({
  ask: 'rows',
  collection: ${plural},
  where: { field: 'status', is: 'eq', value: 'open' },
  order: [['name', 'asc']],
});
`;

const index = ({ plural }) => `export { ${plural} as collection } from './collection.js';
export { type CreateInput, close, create, edit } from './commands.js';
export { byId, open } from './queries.js';
`;

const cardElement = ({ type, value, kebab, plural, article, spoken }) => `import type { Id } from '@kith/core';
import { ${plural} } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { KithElement } from '../base/element.js';
import { Live } from '../base/live.js';
import { problemText } from '../base/problem-text.js';
import { buttonStyles } from '../parts/button.js';
import { ${value}Messages } from './messages.js';

/**
 * ${article === 'an' ? 'An' : 'A'} ${spoken}: its name, whether it is open, and the button that closes it.
 *
 * @event {CommandEvent} kith-command - The ${spoken} is to be closed.
 */
export class Kith${type}Card extends KithElement {
  static override readonly tag = '${kebab}-card';
  static override styles = [KithElement.styles, buttonStyles];

  readonly #${value} = new Live(this, () => (this.${value} ? ${plural}.byId(this.${value} as Id<'${value}'>) : undefined));

  @state() private refusal = '';

  /** The id of the ${spoken}. */
  @property() ${value}?: string | undefined;

  override render(): TemplateResult {
    const say = this.sentences(${value}Messages);
    const { status, value: shown } = this.#${value};
    if (status === 'error') return html\`<p role="alert">\${say.failed}</p>\`;
    if (status !== 'ready') return html\`<p role="status" aria-busy="true">\${say.loading}</p>\`;
    if (!shown) return html\`<p>\${say.missing}</p>\`;
    return html\`
      <div class="row">
        <h2 class="grow truncate">\${shown.name}</h2>
        <span class="muted">\${say.status[shown.status]}</span>
        \${shown.status === 'open' ? html\`<button class="button" type="button" @click=\${() => this.#close(shown.id)}>\${say.close}</button>\` : nothing}
      </div>
      \${this.refusal ? html\`<p role="alert">\${this.refusal}</p>\` : nothing}
    \`;
  }

  async #close(id: Id<'${value}'>): Promise<void> {
    const result = await this.send(${plural}.close({ id }), { showsRefusal: () => true });
    this.refusal = result.ok ? '' : problemText(result.problem, this.locale);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-${kebab}-card': Kith${type}Card;
  }
}
`;

const cardMessages = ({ value, spoken, type, article }) => `import { type Messages, messages } from '../base/locale.js';

/** What an element says about ${article} ${spoken}. */
interface ${type}Sentences {
  readonly loading: string;
  readonly missing: string;
  readonly failed: string;
  readonly close: string;
  readonly status: Readonly<Record<'open' | 'closed', string>>;
}

/** The sentences of the ${spoken} card. */
export const ${value}Messages: Messages<${type}Sentences> = messages({
  en: () => ({
    loading: 'Loading…',
    missing: 'There is no such ${spoken}.',
    failed: 'The ${spoken} could not be read. Reload the page to try again.',
    close: 'Close',
    status: { open: 'Open', closed: 'Closed' },
  }),
  'zh-Hans': () => ({
    loading: '加载中…',
    missing: '没有这条记录。',
    failed: '无法读取，请刷新页面重试。',
    close: '关闭',
    status: { open: '未关闭', closed: '已关闭' },
  }),
});
`;

const spec = ({ titlePlural, article, spoken }, letters) => `# ${titlePlural}

What holds for ${article} ${spoken}. Each law has a test of its number.

- **${letters}1** ${article === 'an' ? 'An' : 'A'} ${spoken} is closed once; closing it again is refused.
- **${letters}2** A new ${spoken} is open.
- **${letters}3** The card shows one, and closes it.
`;

const rulesTest = (
  { type, value, folder, article, spoken },
  letters,
) => `import { close${type}, type Env, type Id, type ${type} } from '@kith/core';
import { describe, expect, it } from 'vitest';

const now = '2026-11-22T08:30:00.000Z' as Env['now'];
const env: Env = { now, timeZone: 'Europe/Vienna', newId: (kind) => \`\${kind}_1\` as never };
const ${value}: ${type} = {
  id: '${value}_1' as Id<'${value}'>,
  name: 'Nordhav',
  status: 'open',
  createdAt: now,
  modifiedAt: now,
};

describe('closing ${article} ${spoken}', () => {
  it('${letters}1 closes it once', () => {
    const closed = close${type}(${value}, env);
    expect(closed).toMatchObject({ ok: true, value: { status: 'closed', modifiedAt: now } });
    expect(close${type}({ ...${value}, status: 'closed' }, env)).toMatchObject({
      ok: false,
      problem: { code: '${folder}/already-closed' },
    });
  });

  it('does not change what it is given', () => {
    const frozen = Object.freeze({ ...${value} });
    expect(close${type}(frozen, env).ok).toBe(true);
    expect(frozen.status).toBe('open');
  });
});
`;

const commandsTest = ({ plural, folder, value }, letters) => `import { ${plural} } from '@kith/store';
import { expect, it } from 'vitest';
import { ask, openBook, problemOf, valueOf } from '../../support/book.js';

it('${letters}2 begins open, closes once, and can be opened again by undo', async () => {
  const store = await openBook();
  const ${value} = valueOf(await store.run(${plural}.create({ name: 'Nordhav' })));
  expect(await ask(store, ${plural}.open())).toEqual([${value}]);

  expect(valueOf(await store.run(${plural}.close({ id: ${value}.id }))).status).toBe('closed');
  expect(await ask(store, ${plural}.open())).toEqual([]);
  expect(problemOf(await store.can(${plural}.close({ id: ${value}.id })))).toBe('${folder}/already-closed');

  valueOf(await store.undo());
  expect(await ask(store, ${plural}.byId(${value}.id))).toEqual(${value});
});
`;

const cardTest = ({ plural, kebab, type, value }, letters) => `import '@kith/elements/define';
import '@kith/elements/define/${kebab}-card';
import type { Kith${type}Card } from '@kith/elements';
import { ${plural} } from '@kith/store';
import { expect, fixture, html } from '@open-wc/testing';
import { openBook, valueOf } from '../../support/book.js';
import { waitUntil } from '../../support/wait-until.js';

it('${letters}3 shows one, and closes it by key', async () => {
  const store = await openBook();
  const ${value} = valueOf(await store.run(${plural}.create({ name: 'Nordhav' })));
  const app = await fixture(html\`<kith-app .store=\${store}><kith-${kebab}-card .${value}=\${${value}.id}></kith-${kebab}-card></kith-app>\`);
  const card = app.querySelector('kith-${kebab}-card') as Kith${type}Card;
  const find = (selector: string): HTMLElement | null => card.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

  await waitUntil(() => find('h2')?.textContent === 'Nordhav');
  await expect(card).to.be.accessible();
  find('button')?.click();
  await waitUntil(() => find('button') === null);
  expect(card.shadowRoot?.textContent).to.contain('Closed');
});
`;

const cardScript = ({ plural, kebab, value }) => `import { memoryAdapter } from '@kith/adapters';
import { openStore, ${plural} } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

async function card(): Promise<TemplateResult> {
  const store = await openStore({ adapter: memoryAdapter() });
  const made = await store.run(${plural}.create({ name: 'Nordhav' }));
  if (!made.ok) throw new Error(made.problem.message);
  return html\`<kith-app .store=\${store}><kith-${kebab}-card .${value}=\${made.value.id}></kith-${kebab}-card></kith-app>\`;
}

export const script: KeyboardScript = {
  page: () => html\`<div>\${until(card())}</div>\`,
  ready: 'Close',
  stops: 1,
  lines: [{ at: 'Close', focus: 'Close' }],
};
`;

const cardStory = ({ plural, kebab, value, titlePlural, title }) => `import { memoryAdapter } from '@kith/adapters';
import { openStore, ${plural} } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: '${titlePlural}/${title} card', component: 'kith-${kebab}-card' };
export default meta;

/** One that is open: its button closes it. */
export const Open: StoryObj = {
  loaders: [
    async () => {
      const store = await openStore({ adapter: memoryAdapter() });
      const made = await store.run(${plural}.create({ name: 'Nordhav' }));
      if (!made.ok) throw new Error(made.problem.message);
      return { store, id: made.value.id };
    },
  ],
  render: (_, { loaded }) => html\`
    <kith-app .store=\${loaded.store}><kith-${kebab}-card .${value}=\${loaded.id}></kith-${kebab}-card></kith-app>
  \`,
};
`;
