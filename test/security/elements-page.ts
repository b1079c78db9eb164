import '@kith/elements/define';
import { type Id, money } from '@kith/core';
import { fieldRegistry } from '@kith/core/fields';
import manifest from '@kith/elements/custom-elements.json' with { type: 'json' };
import type { Command } from '@kith/store';
import { addCompetitor, addLine, setNeeds, setSplits } from '@kith/store/deals';
import { now, openBreventBook } from '../../stories/books/brevent.js';
import { findHoles } from './find-holes.js';
import { openHole } from './hole.js';
import { plantPayloads } from './planted-rows.js';

/** What sinks.js keeps: the payloads of the moment, and the calls in which one of them was. */
declare global {
  interface Window {
    readonly tried: { payloads: readonly string[]; readonly seen: Set<string> };
  }
}

interface Task {
  readonly payloads: readonly string[];
  /** How many payloads further each round begins; left out, each is planted once. */
  readonly step?: number;
  /** Draws an element with holes, too. */
  readonly hasHole?: boolean;
}

interface Element {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string; readonly type?: { readonly text?: string } }[];
}

/** The rows of the book that have most to show. */
const SHOWN: Readonly<Record<string, string>> = {
  contact: 'contact_lea',
  company: 'company_brevent',
  deal: 'deal_clienteling',
  pipeline: 'pipeline_sales',
};

const deal = { id: SHOWN['deal'] as Id<'deal'> };

/** What a deal may have besides, so that there is something to plant in. */
const DETAILS: readonly Command[] = [
  addCompetitor({ ...deal, name: 'Fil & Trame', strengths: 'Near', weaknesses: 'Slow' }),
  setNeeds({ ...deal, needs: [{ text: 'Training in French' }] }),
  setSplits({
    ...deal,
    splits: [{ userId: 'user_rafael' as Id<'user'>, kind: 'revenue', percent: 100, role: 'Lead' }],
  }),
  addLine({ ...deal, line: { name: 'Travel', quantity: 1, price: money(120_00, 'EUR') } }),
];

const kinds = fieldRegistry().entities.map(({ kind }) => kind);
const elements = manifest.modules
  .flatMap(({ declarations }) => (declarations ?? []) as readonly Element[])
  .flatMap(({ tagName, attributes = [] }) => (tagName && tagName !== 'kith-app' ? [{ tagName, attributes }] : []));

const task = (await (await fetch('/task')).json()) as Task;
if (task.hasHole) openHole();
await fetch('/result', { method: 'POST', body: JSON.stringify(await tryAll(task)) });

async function tryAll({ payloads, step, hasHole }: Task): Promise<object> {
  const holes = new Set<string>();
  const drawn = new Set<string>();
  const shows = new Map<string, number>();
  let rounds = 0;
  for (let first = 0; first < payloads.length; rounds++) {
    let at = first;
    const next = (): string => payloads[at++ % payloads.length] ?? '';
    const store = await openBreventBook({ notes: 2 });
    for (const detail of DETAILS) await store.run(detail);
    const planted = [...(await plantPayloads(store, next)), ...elements.map(next)];
    // Shorter ones run nothing, and stand in templates by themselves.
    window.tried.payloads = planted.filter(({ length }) => length >= 12);
    const tags = elements.map(({ tagName }) => tagName);
    const app = Object.assign(document.createElement('kith-app'), { store, now });
    for (const [index, { tagName, attributes }] of elements.entries())
      app.append(...stand(tagName, attributes, planted.at(index - elements.length) ?? ''));
    const board = templated();
    app.append(board);
    if (hasHole) app.append(document.createElement('x-hole'));
    document.body.replaceChildren(app);
    // Its template is fetched when it is seen.
    while (!board.shadowRoot?.querySelector('[data-field]')) await new Promise(requestAnimationFrame);
    await isDrawn(app);
    for (const hole of findHoles(app)) holes.add(hole);
    for (const tag of tags) {
      const text = [...app.querySelectorAll(tag)].map(textOf).join('\n');
      const found = planted.filter((payload) => text.includes(payload));
      for (const payload of found) drawn.add(payload);
      shows.set(tag, (shows.get(tag) ?? 0) + found.length);
    }
    first += step ?? planted.length;
  }
  return { holes: [...holes, ...window.tried.seen], rounds, drawn: drawn.size, shows: [...shows] };
}

/** The element over the first row of what it shows, and again with a payload in each of its text attributes. */
function stand(tag: string, attributes: Element['attributes'], payload: string): HTMLElement[] {
  const shown = document.createElement(tag);
  const forged = document.createElement(tag);
  for (const { name, type } of attributes ?? []) {
    if (kinds.includes(name)) shown.setAttribute(name, SHOWN[name] ?? '');
    if (name !== 'lang' && name !== 'dir' && (type?.text === undefined || type.text.includes('string')))
      forged.setAttribute(name, payload);
  }
  return [shown, forged];
}

/** A board whose cards come from a template of the page that names every field, as text and as a link. */
function templated(): HTMLElement {
  const template = Object.assign(document.createElement('template'), { slot: 'card' });
  for (const { path } of fieldRegistry().fieldsOf('deal')) {
    const link = document.createElement('a');
    Object.assign(link.dataset, { field: path, href: path });
    template.content.append(link);
  }
  const board = document.createElement('kith-pipeline-board');
  board.append(template);
  return board;
}

function* below(root: ParentNode): Generator<globalThis.Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* below(element.shadowRoot);
  }
}

/** Text and attributes of an element with all that is in it, below shadow roots, too. */
function textOf(host: globalThis.Element): string {
  const words: string[] = [];
  for (const element of below(host.shadowRoot ?? host)) {
    for (const { value } of element.attributes) words.push(value);
    for (const node of element.childNodes) if (node instanceof Text) words.push(node.data);
    if (element instanceof HTMLInputElement) words.push(element.value);
  }
  return words.join('\n');
}

/** Waits until nothing changes any more for some frames. */
async function isDrawn(app: HTMLElement): Promise<void> {
  let before = -1;
  for (let calm = 0; calm < 4; ) {
    await new Promise(requestAnimationFrame);
    const all = [...below(app)];
    const isBusy = all.some(
      (each) => (each as { isUpdatePending?: boolean }).isUpdatePending || each.ariaBusy === 'true',
    );
    calm = isBusy || all.length !== before ? 0 : calm + 1;
    before = all.length;
  }
}
