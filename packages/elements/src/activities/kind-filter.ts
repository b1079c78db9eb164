import type { LitElement, TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import type { EntryKind, Timeline } from './entry.js';
import { ENTRY_ICONS } from './entry-view.js';
import { timelineMessages } from './messages.js';

/** The menu that chooses which kind of entries the timeline shows. Fetched with its looks when it is first opened. */
export class KindFilter {
  readonly #host: LitElement & { readonly locale: Locale };
  readonly #menu: Menu;

  constructor(host: LitElement & { readonly locale: Locale }) {
    addStyles(host, overlayStyles, menuStyles);
    this.#host = host;
    this.#menu = new Menu(host);
  }

  /** Opens it at a button; `choose` gets the kind, or undefined for all of them. */
  async open(
    anchor: HTMLElement,
    { ahead, past }: Timeline,
    current: EntryKind | undefined,
    choose: (kind: EntryKind | undefined) => void,
  ): Promise<void> {
    const say = sentencesIn(timelineMessages, this.#host.locale);
    const { format } = this.#host.locale;
    const counts = new Map<EntryKind, number>();
    for (const { kind } of [...ahead, ...past]) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const hint = format.number(ahead.length + past.length);
    await this.#menu.open(anchor, say.filter, [
      { items: [{ label: say.allKinds, hint, isCurrent: !current, choose: () => choose(undefined) }] },
      {
        items: (Object.keys(say.kinds) as EntryKind[])
          .filter((kind) => counts.has(kind) || kind === current)
          .map((kind) => ({
            label: say.kinds[kind],
            icon: ENTRY_ICONS[kind],
            hint: format.number(counts.get(kind) ?? 0),
            isCurrent: kind === current,
            choose: () => choose(kind),
          })),
      },
    ]);
  }

  render(): TemplateResult | symbol {
    return this.#menu.render();
  }
}
