import type { Company, Id } from '@kith/core';
import { companies } from '@kith/store';
import type { ScoringPlan } from '@kith/store/scoring';
import type { OpenSegments } from '@kith/store/segments';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KithElement } from '../base/element.js';
import { Live } from '../base/live.js';
import { plainButtonStyles } from '../parts/button.styles.js';
import { Copy } from '../parts/copy.js';
import { iconStyles } from '../parts/icon.js';
import { building } from '../parts/icons/shown.js';
import { nestLaterStyles } from '../parts/nest-later.js';
import { refusalText } from '../parts/refusal.js';
import { stateStyles } from '../parts/states.js';
import { RecordShell } from '../records/record-shell.js';
import { Sight } from '../records/sight.js';
import { skeletonStyles } from '../records/skeleton.js';
import type { CompanyCard } from './card.js';
import type { CompanyChanges } from './fields.js';
import { companyMessages } from './messages.js';

/**
 * One company, all around: what is known about it and edited in its place, the group it belongs to with figures rolled up,
 * its figures for each currency by itself, its people by the part they have in its deals, its deals by how they stand, and
 * its timeline. In the width of a sidebar it is compact.
 *
 * @tag kith-company-card
 * @event {CommandEvent} kith-command - The company is to be changed, or an activity logged.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see a person, a deal or another company.
 * @slot head - Below the figures of the full card.
 * @slot facts - Further panels below the details; where the card is narrow, on the first tab.
 * @slot timeline - Below the timeline.
 * @slot aside - Further panels below deals and people.
 * @slot actions - Further buttons, in the head and at the foot of the compact card.
 * @csspart head - The head with the name, in both layouts.
 * @csspart tabs - The row of tabs of a narrow full card.
 * @csspart details - The panel of details.
 * @csspart group - The panel of the group of companies.
 * @csspart score - The panel of scores.
 * @csspart segments - The panel of segments.
 * @csspart value - The strip of figures.
 * @csspart deals - The panel of deals.
 * @csspart people - The panel of people.
 */
export class KithCompanyCard extends KithElement implements CompanyCard {
  static override readonly tag = 'company-card';
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
  readonly #company = new Live(this, () => (this.company ? companies.byId(this.company as Id<'company'>) : undefined));
  readonly #shell: RecordShell<Company> = new RecordShell<Company>(this, {
    record: this.#company,
    id: () => this.company,
    layout: () => this.layout,
    shape: building,
    compact: async () => new (await import('./compact.js')).CompanyCompact(this),
    full: async () => new (await import('./full.js')).CompanyFull(this),
  });

  /** The company it shows. */
  @property() company?: string | undefined;

  /** `compact` or `full`; left out, the width of the element decides. */
  @property({ reflect: true }) layout: 'auto' | 'compact' | 'full' = 'auto';

  /** By what companies are scored, as it was given to `keepScores`: the full card shows the scores and their reasons. */
  @property({ attribute: false }) scoring: readonly ScoringPlan[] = [];

  /** What rules and groups of rules are called, by their ids. */
  @property({ attribute: false }) scoringNames: Readonly<Record<string, string>> = {};

  /** The segments, as `openSegments` opened them: the full card shows which ones the company is in. */
  @property({ attribute: false }) segments: OpenSegments | undefined;

  /** The row on show. @internal */
  get record(): Company | undefined {
    return this.#company.value;
  }

  /** Whether it shows the dozen lines of a sidebar. */
  get isCompact(): boolean {
    return this.#shell.isCompact;
  }

  protected override firstUpdated(): void {
    this.#shell.prepare();
  }

  /** Changes fields of the company; answers why not, in the words of `rule` when the schema refuses. */
  async save(id: Company['id'], changes: CompanyChanges, label: string, rule?: string): Promise<string | undefined> {
    const say = this.sentences(companyMessages);
    const result = await this.send(companies.edit({ id, changes }), {
      done: () => ({ text: say.saved(label) }),
      showsRefusal: () => true,
    });
    return refusalText(result, this.locale, rule);
  }

  protected override render(): TemplateResult {
    return this.#shell.render(this.sentences(companyMessages));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-company-card': KithCompanyCard;
  }
}
