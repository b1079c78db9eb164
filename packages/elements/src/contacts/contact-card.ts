import type { Contact, Id } from '@kith/core';
import { contacts } from '@kith/store';
import type { ScoringPlan } from '@kith/store/scoring';
import type { OpenSegments } from '@kith/store/segments';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KithElement } from '../base/element.js';
import { Live } from '../base/live.js';
import { plainButtonStyles } from '../parts/button.styles.js';
import { Copy } from '../parts/copy.js';
import { iconStyles } from '../parts/icon.js';
import { user } from '../parts/icons/shown.js';
import { nestLaterStyles } from '../parts/nest-later.js';
import { refusalText } from '../parts/refusal.js';
import { stateStyles } from '../parts/states.js';
import { RecordShell } from '../records/record-shell.js';
import { Sight } from '../records/sight.js';
import { skeletonStyles } from '../records/skeleton.js';
import type { ContactCard } from './card.js';
import type { ContactChanges } from './fields.js';
import { contactMessages } from './messages.js';

/**
 * One person, all around: how to reach them, where they stand, what is known about them and edited in its place, what they
 * agreed to, what they are worth and why they score what they score, their deals and their timeline. In the width of a
 * sidebar it is compact: the same person in a dozen lines.
 *
 * @tag kith-contact-card
 * @event {CommandEvent} kith-command - The contact is to be changed, or an activity logged.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see the contact, the company or a deal.
 * @slot head - Below the head of the full card.
 * @slot facts - Further panels below the details; where the card is narrow, on the first tab.
 * @slot timeline - Below the timeline.
 * @slot aside - Further panels below the deals.
 * @slot actions - Further buttons, in the head and at the foot of the compact card.
 * @csspart head - The head with the name, in both layouts.
 * @csspart tabs - The row of tabs of a narrow full card.
 * @csspart details - The panel of details.
 * @csspart score - The panel of scores.
 * @csspart consent - The panel of consents.
 * @csspart segments - The panel of segments.
 * @csspart value - The panel of what the person is worth.
 * @csspart deals - The panel of open deals.
 */
export class KithContactCard extends KithElement implements ContactCard {
  static override readonly tag = 'contact-card';
  static override styles = [
    KithElement.styles,
    plainButtonStyles,
    iconStyles,
    stateStyles,
    nestLaterStyles,
    skeletonStyles,
  ];

  /** What its reader may see of it. @internal */
  readonly sight: Sight = new Sight(this);
  /** Copies an address. @internal */
  readonly copy: Copy = new Copy(this, () => this.ui);
  readonly #contact = new Live(this, () => (this.contact ? contacts.byId(this.contact as Id<'contact'>) : undefined));
  readonly #shell: RecordShell<Contact> = new RecordShell<Contact>(this, {
    record: this.#contact,
    id: () => this.contact,
    layout: () => this.layout,
    shape: user,
    compact: async () => new (await import('./compact.js')).ContactCompact(this),
    full: async () => new (await import('./full.js')).ContactFull(this),
  });

  /** The contact it shows. */
  @property() contact?: string | undefined;

  /** `compact` or `full`; left out, the width of the element decides. */
  @property({ reflect: true }) layout: 'auto' | 'compact' | 'full' = 'auto';

  /** By what contacts are scored, as it was given to `keepScores`: the full card shows the scores and their reasons. */
  @property({ attribute: false }) scoring: readonly ScoringPlan[] = [];

  /** What rules and groups of rules are called, by their ids. */
  @property({ attribute: false }) scoringNames: Readonly<Record<string, string>> = {};

  /** The segments, as `openSegments` opened them: the full card shows which ones the person is in. */
  @property({ attribute: false }) segments: OpenSegments | undefined;

  /** The row on show. @internal */
  get record(): Contact | undefined {
    return this.#contact.value;
  }

  /** Whether it shows the dozen lines of a sidebar. */
  get isCompact(): boolean {
    return this.#shell.isCompact;
  }

  protected override firstUpdated(): void {
    this.#shell.prepare();
  }

  /** Changes fields of the contact; answers why not, in the words of `rule` when the schema refuses. */
  async save(id: Contact['id'], changes: ContactChanges, label: string, rule?: string): Promise<string | undefined> {
    const say = this.sentences(contactMessages);
    const result = await this.send(contacts.edit({ id, changes }), {
      done: () => ({ text: say.saved(label) }),
      showsRefusal: () => true,
    });
    return refusalText(result, this.locale, rule);
  }

  protected override render(): TemplateResult {
    return this.#shell.render(this.sentences(contactMessages));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-contact-card': KithContactCard;
  }
}
