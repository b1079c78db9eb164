import type { Result } from '@kith/core';
import type { Command, Store } from '@kith/store';
import { type CSSResultGroup, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Above } from './above.js';
import { CommandEvent, type CommandNotes, cancelled } from './command-event.js';
import { localeContext, storeContext, uiContext } from './contexts.js';
import { followLanguage } from './direction.js';
import { fetchWords } from './languages.js';
import { browserSettings, type Locale, localeOf, type Messages, nearestLang, sentencesIn } from './locale.js';
import { baseStyles } from './styles.js';
import type { Ui } from './ui.js';

/*
 * How to write an element
 *
 *     export class KithContactCard extends KithElement {
 *       static override readonly tag = 'contact-card';            // <kith-contact-card>, or another prefix
 *       static override styles = [baseStyles, buttonStyles, css`…`];
 *
 *       @property() contact?: string;
 *       readonly #contact = new Live(this, () => (this.contact ? contacts.byId(this.contact) : undefined));
 *
 *       override render() {
 *         const say = this.sentences(contactMessages);              // typed, in six languages
 *         const { format } = this.locale;                           // money, day, relative, plural, …
 *         switch (this.#contact.status) { … }                       // idle, loading (isSlow), ready, error
 *       }
 *     }
 *
 * Write with `this.send(deals.move({…}), { done, withAnswers })`: it resolves to the Result. Ask the page with `this.ui`.
 * Import the class and nothing is registered; list it in src/define-all.ts and give it a file in src/define/.
 * An element inside another one: `nest(this, KithTimeline, { company: id })` from base/nest.ts (no tag names in templates).
 */

/**
 * What every element of Kith has: a store, a language, and a way to send commands. It is styled by tokens, of which these
 * are seen in each; `@kith/elements/tokens.css` has all of them.
 *
 * @cssproperty --kith-font - The family of its type.
 * @cssproperty --kith-size-md - The size of its text.
 * @cssproperty --kith-text - The colour of its text.
 */
export abstract class KithElement extends LitElement {
  /** The name without its prefix. */
  static readonly tag: string;
  static override styles: CSSResultGroup = baseStyles;

  readonly #storeAbove = new Above(this, storeContext);
  readonly #settings = new Above(this, localeContext);
  readonly #uiAbove = new Above(this, uiContext);

  /** The store to read from; without one, that of the `<kith-app>` around it or the page's default. */
  @property({ attribute: false }) store?: Store | undefined;

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: the getter of the subclass's own properties
    return [...super.observedAttributes, 'lang'];
  }

  /** The store in use. */
  get activeStore(): Store | undefined {
    return this.store ?? this.#storeAbove.value;
  }

  /** The language in use, with its formatters: the nearest `lang` attribute under the settings of the app. */
  get locale(): Locale {
    return localeOf(nearestLang(this) ?? 'en', this.#settings.value ?? browserSettings);
  }

  /** What the page does for the element, or undefined outside of a `<kith-app>`. */
  protected get ui(): Ui | undefined {
    return this.#uiAbove.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    pageLanguage().add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    pageLanguage().delete(this);
  }

  /** Waits for the words of the page's language, so that nobody sees English first. */
  // biome-ignore lint/suspicious/noConfusingVoidType: so Lit declares it, and a promise each time would delay every update
  protected override scheduleUpdate(): void | Promise<unknown> {
    const { language } = this.locale;
    followLanguage(this, language);
    const wait = fetchWords(language, drawAll);
    return wait ? wait.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  /** The sentences of a feature in the element's language. */
  protected sentences<Sentences>(messages: Messages<Sentences>): Sentences {
    return sentencesIn(messages, this.locale);
  }

  /**
   * Sends a command up and answers how it ended. Cancelled by the page, it is the problem `elements/cancelled`.
   * Throws when nobody carries commands out: then the page lacks a `<kith-app>`.
   */
  protected async send<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>> {
    const event = new CommandEvent(command, notes);
    this.dispatchEvent(event);
    if (event.isAnswered) return event.result;
    if (event.defaultPrevented) return cancelled;
    throw new Error(
      `Nobody carried out "${command.type}". Put <${this.localName}> into a <kith-app>, or call carryOutCommands(document, store) once.`,
    );
  }
}

let connected: Set<KithElement> | undefined;

/** The elements to draw anew when the page's language changes; one observer for all of them. */
function pageLanguage(): Set<KithElement> {
  if (!connected) {
    connected = new Set<KithElement>();
    new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ['lang', 'dir'] });
  }
  return connected;
}

/** Draws every element on the page anew, where something all of them show has changed. */
export function drawAll(): void {
  for (const element of connected ?? []) element.requestUpdate();
}
