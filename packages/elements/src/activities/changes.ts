import { kindOf } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { type activities, companies, contacts, deals } from '@kith/store';
import { type AuditEntry, type AuditValues, auditedValuesOf, auditOf } from '@kith/store/audit';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import type { KithElement } from '../base/element.js';
import { labelOf } from '../base/label-of.js';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { References } from '../lists/references.js';
import { registryOf } from '../lists/registry-of.js';
import { icon } from '../parts/icon.js';
import { arrowRight } from '../parts/icons/tools.js';
import { changeMessages } from './change-view.messages.js';
import { changesOf } from './changed-fields.js';
import type { ChangeEntry } from './entry.js';
import { type Drawn, type EntryView, entryFrame, who } from './entry-view.js';
import { shownText } from './shown-text.js';
import { moment } from './when.js';

const COLLECTIONS = { contact: contacts.collection, company: companies.collection, deal: deals.collection } as const;

/**
 * What somebody changed of the record itself, where the store keeps an audit log and whoever looks may read it; nothing
 * elsewhere.
 */
export class Changes {
  readonly #host: KithElement;
  readonly #log: Live<ReturnType<typeof auditOf>>;
  readonly #values: Live<ReturnType<typeof auditedValuesOf>>;
  readonly #references: References;
  #inputs: readonly unknown[] = [];
  #entries: readonly ChangeEntry[] = [];

  constructor(host: KithElement, subject: () => activities.Subject | undefined) {
    this.#host = host;
    const ask = <Query>(query: (collection: { readonly name: string }, id: string) => Query): Query | undefined => {
      const id = Object.values(subject() ?? {})[0];
      const collection = id && Reflect.get(COLLECTIONS, kindOf(id));
      return collection ? query(collection as { readonly name: string }, id) : undefined;
    };
    this.#log = new Live(host, () => ask(auditOf));
    this.#values = new Live(host, () => (this.#log.value?.length ? ask(auditedValuesOf) : undefined));
    this.#references = new References(host, () => false);
    addStyles(host, changeStyles);
  }

  /** Whether they are there, or will not come. */
  get isReady(): boolean {
    return [this.#log, this.#values].every(({ status }) => status !== 'loading');
  }

  /** The same array as long as they are the same. */
  get entries(): readonly ChangeEntry[] {
    const inputs = [this.#log.value, this.#values.value];
    if (inputs.some((input, index) => input !== this.#inputs[index])) {
      this.#inputs = inputs;
      this.#entries = this.#read(this.#log.value ?? [], this.#values.value ?? []);
    }
    return this.#entries;
  }

  /** One of them, drawn. */
  entry(entry: ChangeEntry, drawn: Drawn, view: EntryView): TemplateResult {
    const { locale } = view;
    const say = sentencesIn(changeMessages, locale);
    const count = entry.changes.length;
    const [verb, alone] =
      entry.became === 'created' ? [say.created, say.createdAlone] : [say.changed(count), say.changedAlone(count)];
    const fields = this.#fieldsOf(entry.kindOfRow);
    return entryFrame(
      entry,
      'small-entry',
      drawn,
      view,
      html`
        <p class="line">${who(view.nameOf(entry.by), verb, alone)}${moment(entry.at, drawn.day, locale, view.say)}</p>
        ${
          count === 0
            ? nothing
            : html`
              <dl class="changes icon-small">
                ${entry.changes.map(({ name, from, to }) => {
                  const field = fields.find(({ path }) => path === name);
                  return field
                    ? html`<div><dt>${labelOf(field, locale)}</dt><dd>${this.#fromTo(field, from, to, say)}</dd></div>`
                    : nothing;
                })}
              </dl>
            `
        }
      `,
    );
  }

  #fromTo(
    field: Field,
    from: readonly unknown[],
    to: readonly unknown[],
    say: ReturnType<typeof changeMessages.en>,
  ): unknown {
    // What is masked on the card is not told by its history either.
    if (field.sensitivity === 'health') return html`<span class="muted">${say.hidden}</span>`;
    const { locale } = this.#host;
    const text = (value: readonly unknown[]): unknown => {
      const words = shownText(value, field, locale, this.#references);
      return words === '' ? html`<span class="muted">${say.empty}</span>` : html`<bdi>${words}</bdi>`;
    };
    return html`<span class="was">${text(from)}</span>${icon(arrowRight)}<span class="unseen"> ${say.to} </span><span class="is">${text(to)}</span>`;
  }

  #fieldsOf(kind: string): readonly Field[] {
    return registryOf(this.#host.activeStore).fieldsOf(kind);
  }

  #read(log: readonly AuditEntry[], values: readonly AuditValues[]): readonly ChangeEntry[] {
    const valuesByEntry = new Map(values.map((each) => [each.entry, each]));
    return log.flatMap((entry): readonly ChangeEntry[] => {
      const found = valuesByEntry.get(entry.id);
      const change = found && entry.changes.find(({ row }) => row === found.row);
      if (!found || !change) return [];
      const kind = kindOf(found.row.slice(found.row.indexOf('/') + 1));
      const told = { kind: 'change', id: found.id, at: entry.at, by: entry.actor, kindOfRow: kind } as const;
      if (change.became === 'created') return [{ ...told, became: 'created', changes: [] }];
      if (change.became !== 'changed') return [];
      const changes = changesOf(found.from, found.to, change.fields ?? [], this.#fieldsOf(kind));
      return changes.length > 0 ? [{ ...told, became: 'changed', changes }] : [];
    });
  }
}

const changeStyles = css`
  .changes { display: grid; gap: 2px; margin: 2px 0 0; }
  .changes > div { display: flex; flex-wrap: wrap; gap: 0 8px; }
  .changes dt { color: var(--kith-text-muted); }
  .changes dt::after { content: ':'; }
  .changes dd { display: flex; flex-wrap: wrap; gap: 0 6px; align-items: center; min-inline-size: 0; margin: 0; overflow-wrap: anywhere; }
  .changes dd > .icon { color: var(--kith-text-subtle); }
  .was { color: var(--kith-text-subtle); text-decoration: line-through; }
  .was .muted { text-decoration: none; }
`;
