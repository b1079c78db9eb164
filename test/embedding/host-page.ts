import { define, type KithApp } from '@kith/elements';
import manifest from '@kith/elements/custom-elements.json' with { type: 'json' };
import { deals, type Store } from '@kith/store';
import { render } from 'lit';
import { now, openBreventBook } from '../../stories/books/brevent.js';

import { withWatchers } from '../support/watched-store.js';
import { EMBEDDED } from './pages.js';

/*
 * A page of somebody who embeds Kith. Each address it is loaded from (`/kith.js?my`) is a copy of Kith of its own, with
 * that prefix; what a test does with a copy stands in `copies` under it.
 */
const prefix = new URL(import.meta.url).search.slice(1) || 'kith';
const violations: string[] = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  violations.push([effectiveDirective, blockedURI, sample].join(' ')),
);

export interface Copy {
  define(): void;
  /** The names of the pages: each shows one element. */
  readonly pages: readonly string[];
  /** The tags of the manifest that no page shows. */
  unseen(): Promise<readonly string[]>;
  /** Draws a page and waits until it is at rest. Answers how every element of it looks, shadow roots included. */
  draw(page: string): Promise<readonly string[]>;
  /** Takes the element of the page out and puts it in again so many times; answers how many then watch the store. */
  reconnect(times: number): Promise<number>;
  /** Takes everything off the page. */
  clear(): void;
  /** Draws the deal of a book of its own, renames it and answers what is shown. */
  rename(name: string): Promise<string>;
  shown(): string;
  /** The element goes into another app, with a book of its own; then a clone of it stands beside it. */
  move(page: string): Promise<Moved>;
  /** What the policy of the page has forbidden. */
  /** The CSS properties of the page's element, as the manifest has them, that change nothing. */
  idle(page: string): Promise<readonly string[]>;
  readonly violations: readonly string[];
}

export interface Moved {
  readonly before: string;
  readonly moved: string;
  readonly cloned: string;
  /** Whether the element shows what its attributes say: properties are not cloned. */
  readonly isByAttributes: boolean;
}

declare global {
  interface Window {
    copies: Record<string, Copy>;
  }
}

/** What is compared between a page of its own and one in the midst of somebody else's styles. */
const LOOKS = [
  'background-color',
  'block-size',
  'border-block-start',
  'border-inline-start',
  'color',
  'cursor',
  'display',
  'font-family',
  'font-size',
  'font-style',
  'font-variant-caps',
  'font-weight',
  'hyphens',
  'letter-spacing',
  'line-height',
  'margin',
  'opacity',
  'padding',
  'text-align',
  'text-indent',
  'text-shadow',
  'text-transform',
  'white-space',
  'word-break',
  'word-spacing',
];

/** The attributes that say what an element shows. */
const SHOWS = ['contact', 'company', 'deal', 'pipeline', 'lead'];

interface Declared {
  readonly tagName: string;
  readonly cssProperties?: readonly { readonly name: string }[];
}
const elements = manifest.modules
  .flatMap(({ declarations }) => (declarations ?? []) as readonly Partial<Declared>[])
  .filter((each): each is Declared => each.tagName !== undefined);

/** What a property is set to, where it is no colour. */
const VALUES: Readonly<Record<string, string>> = {
  font: 'monospace',
  'size-md': '29px',
  row: '77px',
  'cell-x': '33px',
};

const host = document.createElement('main');
host.style.inlineSize = '900px';
document.body.append(host);

const boxed = (page: string): void => {
  host.replaceChildren();
  const draw = EMBEDDED[page];
  if (!draw) throw new Error(`There is no page "${page}".`);
  const box = document.createElement('div');
  host.append(box);
  render(draw(), box);
};

const appIn = (): KithApp => host.querySelector('kith-app') as KithApp;

function* below(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* below(element.shadowRoot);
  }
}

const words = (root: ParentNode): string =>
  [...below(root)]
    .flatMap((element) => [...element.childNodes].flatMap((node) => (node instanceof Text ? [node.data.trim()] : [])))
    .filter((text) => text !== '')
    .join(' | ');

/** Nothing is busy, and there are the same elements, at least so many, for some frames. */
async function atRest(root: ParentNode, least = 10): Promise<void> {
  let before = '';
  for (let calm = 0; calm < 6; ) {
    await new Promise(requestAnimationFrame);
    // What is fetched ahead is fetched while nothing else is to be done.
    await new Promise((resolve) => requestIdleCallback(resolve));
    const all = [...below(root)];
    const isBusy = all.some((each) => (each as { isUpdatePending?: boolean }).isUpdatePending === true);
    const seen = `${all.length} ${words(root)}`;
    calm = isBusy || seen !== before || all.length < least ? 0 : calm + 1;
    before = seen;
  }
  await Promise.allSettled([...below(root)].flatMap((each) => each.getAnimations()).map(({ finished }) => finished));
}

const looksOf = (root: ParentNode): readonly string[] =>
  [...below(root)]
    .filter((element) => element.getRootNode() instanceof ShadowRoot && element.checkVisibility())
    .map((element) => {
      const computed = getComputedStyle(element);
      return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${LOOKS.map((look) => `${look}: ${computed.getPropertyValue(look)}`).join('; ')}`;
    });

const copy: Copy = {
  define: () => define({ prefix }),
  pages: Object.keys(EMBEDDED),

  async unseen() {
    const tags = new Set(elements.map(({ tagName }) => tagName));
    for (const page of Object.keys(EMBEDDED)) {
      boxed(page);
      await atRest(host);
      for (const { localName } of below(host)) tags.delete(localName);
    }
    return [...tags];
  },

  async draw(page) {
    boxed(page);
    await atRest(host);
    return looksOf(host);
  },

  async reconnect(times) {
    const app = appIn();
    const store = withWatchers((await app.store) as Store);
    app.store = store;
    await atRest(host);
    const element = app.firstElementChild as HTMLElement;
    for (let at = 0; at < times; at++) {
      element.remove();
      // Some of the time it is away for longer than it takes to be drawn.
      if (at % 50 === 0) await new Promise(requestAnimationFrame);
      app.append(element);
      if (at % 50 === 25) await new Promise(requestAnimationFrame);
    }
    await atRest(host);
    return store.watchers();
  },

  clear: () => host.replaceChildren(),

  async rename(name) {
    const store = await openBreventBook();
    const app = Object.assign(document.createElement(`${prefix}-app`), { store, now });
    const panel = document.createElement(`${prefix}-deal-panel`);
    panel.setAttribute('deal', 'deal_clienteling');
    app.append(panel);
    document.body.append(app);
    await atRest(app);
    await store.run(deals.edit({ id: 'deal_clienteling' as never, changes: { name } }));
    await atRest(app);
    return words(app);
  },

  shown: () => words(document.body.querySelector(`${prefix}-app`) as Element),

  async move(page) {
    const draw = EMBEDDED[page];
    boxed(page);
    const other = document.createElement('div');
    host.append(other);
    if (draw) render(draw(), other);
    await atRest(host);
    const [from, to] = host.querySelectorAll<KithApp>('kith-app');
    const element = from?.firstElementChild as HTMLElement;
    const shown = [...element.querySelectorAll('*'), element].find(({ localName }) =>
      localName.startsWith(`${prefix}-`),
    );
    const before = words(from as Element);
    to?.replaceChildren(element);
    await atRest(to as Element);
    const moved = words(to as Element);
    from?.replaceChildren(element.cloneNode(true));
    await atRest(from as Element, 1);
    return {
      before,
      moved,
      cloned: words(from as Element),
      isByAttributes: SHOWS.some((name) => shown?.hasAttribute(name)),
    };
  },

  async idle(page) {
    boxed(page);
    await atRest(host);
    const idle: string[] = [];
    for (const { tagName, cssProperties = [] } of elements) {
      const element = host.querySelector<HTMLElement>(tagName);
      const root = element?.shadowRoot;
      if (!root) continue;
      for (const { name } of cssProperties) {
        const before = looksOf(root).join('\n');
        element.style.setProperty(name, VALUES[name.replace(/^--kith-/, '')] ?? 'rgb(1 2 3)');
        if (looksOf(root).join('\n') === before) idle.push(`${tagName} ${name}`);
        element.style.removeProperty(name);
      }
    }
    return idle;
  },

  violations,
};

window.copies = { ...window.copies, [prefix]: copy };
