import type { Money } from '@kith/core';
import { type Field } from '@kith/core/fields';
import { advise } from '#advise';
import { sentencesIn } from '../base/locale.js';
import { webAddress } from '../base/web-address.js';
import { type CellContext, valuesAt } from '../lists/cell.js';
import { listMessages } from '../lists/messages.js';
import { References } from '../lists/references.js';
import { registryOf } from '../lists/registry-of.js';
import { valueText } from '../lists/value-text.js';
import type { BoardHost } from './board-host.js';
import type { BoardRow } from './board-source.js';
import type { CardRenderer } from './card.js';

/** What would run a value, or read it as style. */
const RUNS = 'script, style';

/** A template that was read: what is cloned for each card, and the fields it names. */
interface Pattern {
  readonly of: HTMLTemplateElement;
  readonly content: DocumentFragment;
  readonly paths: readonly string[];
}

/**
 * Cards from a `<template slot="card">` of the page: its content is cloned for each card, and the elements in it that name
 * a field are filled with what the card's row has there. Values become text, or the address of a link, and nothing else.
 */
export class CardTemplate {
  readonly #host: BoardHost;
  readonly #references: References;
  #pattern: Pattern | undefined;
  #drawn = new WeakMap<BoardRow, { readonly says: string; readonly renderer: CardRenderer }>();

  constructor(host: BoardHost) {
    this.#host = host;
    this.#references = new References(host, () => this.#pattern?.paths.includes('stageId') ?? false);
  }

  /** What draws the card of a row; another one as soon as anything on it reads otherwise. */
  rendererOf(row: BoardRow, template: HTMLTemplateElement): CardRenderer {
    const pattern = this.#read(template);
    const texts = new Map(pattern.paths.map((path) => [path, this.#textAt(row, path)]));
    const says = JSON.stringify([...texts.values()]);
    const known = this.#drawn.get(row);
    if (known?.says === says) return known.renderer;
    const renderer: CardRenderer = () => filled(pattern, texts, row);
    this.#drawn.set(row, { says, renderer });
    return renderer;
  }

  #read(template: HTMLTemplateElement): Pattern {
    if (this.#pattern?.of === template) return this.#pattern;
    const content = document.importNode(template.content, true);
    for (const each of content.querySelectorAll(RUNS)) each.remove();
    const named = (name: string): string[] =>
      [...content.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name) ?? '');
    const paths = [...new Set([...named('data-field'), ...named('data-with')])];
    const known = this.#fields.map(({ path }) => path);
    const unknown = [...paths, ...named('data-href')].filter((path) => !known.includes(path));
    advise(
      () =>
        unknown.length > 0 &&
        `the card template of <kith-pipeline-board> names ${unknown.join(', ')}, which ${this.#host.source.kind} does not have.`,
    );
    this.#drawn = new WeakMap();
    this.#pattern = { of: template, content, paths };
    return this.#pattern;
  }

  get #fields(): readonly Field[] {
    return registryOf(this.#host.activeStore).fieldsOf(this.#host.source.kind);
  }

  /** What stands at a path, in the reader's language; the empty text where nothing does. */
  #textAt(row: BoardRow, path: string): string {
    const { locale } = this.#host;
    const context: CellContext = { locale, say: sentencesIn(listMessages, locale), references: this.#references };
    // What the house has not described is shown as it is.
    const field = this.#fields.find((each) => each.path === path);
    const texts = valuesAt(row, path).flatMap((value) => {
      if (field?.valueType === 'money') return [locale.format.money(value as Money)];
      const text = field ? valueText(value, field, context) : typeof value === 'object' ? undefined : String(value);
      return text ? [text] : [];
    });
    return locale.format.list(texts);
  }
}

/** The content of a card. Whatever has nothing to say is hidden, and what stands around it to explain it. */
function filled({ content }: Pattern, texts: ReadonlyMap<string, string>, row: BoardRow): DocumentFragment {
  const card = document.importNode(content, true);
  for (const element of card.querySelectorAll<HTMLElement>('[data-field]')) {
    const text = texts.get(element.dataset['field'] ?? '') ?? '';
    element.textContent = text;
    element.hidden = text === '';
    // A name in another script does not turn the line around it.
    if (!element.hasAttribute('dir')) element.dir = 'auto';
  }
  for (const element of card.querySelectorAll<HTMLElement>('[data-with]'))
    element.hidden = texts.get(element.dataset['with'] ?? '') === '';
  for (const link of card.querySelectorAll<HTMLAnchorElement>('a[data-href]')) {
    const [website] = valuesAt(row, link.dataset['href'] ?? '');
    const address = typeof website === 'string' ? webAddress(website) : undefined;
    if (address) link.href = address;
    else link.hidden = true;
  }
  return card;
}
