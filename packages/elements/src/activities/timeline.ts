import type { Contact, Id, Problem, Result } from '@kith/core';
import { activities, type Command, contacts } from '@kith/store';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandNotes } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { References } from '../lists/references.js';
import { plainButtonStyles } from '../parts/button.styles.js';
import { iconStyles } from '../parts/icon.js';
import { laterFailure } from '../parts/later-failure.js';
import { panelStyles } from '../parts/panel.js';
import { stateStyles } from '../parts/states.js';
import { skeleton } from '../parts/waiting.js';
import { Composer } from './composer.js';
import { composerStyles } from './composer.styles.js';
import type { ComposedKind, Draft } from './draft.js';
import { timelineMessages } from './messages.js';
import { OtherEntries } from './other-entries.js';
import { timelineStyles } from './timeline.styles.js';
import { timelineFailure } from './timeline-failure.js';
import type { TimelineHost, Tools } from './timeline-host.js';
import { type EntriesAsked, TimelineRows } from './timeline-rows.js';
import { keepTimelineView, keptTimelineView, type TimelineView, TimelineViewEvent } from './timeline-view.js';

/**
 * What was done and is to be done about one contact, company or deal, newest first under what comes next. Activities
 * are logged, planned, completed and changed here; what became of the deal, or of the deals of the contact or company,
 * stands among them, and where the store keeps an audit log, what became of the record itself. Only what is in sight is
 * drawn, and only as far back is read as somebody looks, so a hundred thousand entries are as quick as a hundred.
 *
 * @tag kith-timeline
 * @event {CommandEvent} kith-command - An activity is to be logged, planned, completed, changed or deleted.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see a deal.
 * @event {TimelineViewEvent} kith-timeline-view - Other filters are set now.
 */
export class KithTimeline extends KithElement implements TimelineHost {
  static override readonly tag = 'timeline';
  static override styles = [
    KithElement.styles,
    plainButtonStyles,
    iconStyles,
    stateStyles,
    panelStyles,
    composerStyles,
    timelineStyles,
  ];

  /** What became of deals and of the record. @internal */
  readonly others: OtherEntries = new OtherEntries(this, () => this.subject);
  /** Filters and what is said above the entries. @internal */
  readonly tools: Later<Tools> = new Later(
    this,
    async () => new (await import('./timeline-tools.js')).TimelineTools(this),
  );
  /** What was done and is to be done. @internal */
  readonly rows: TimelineRows = new TimelineRows(
    this,
    () => this.#asked(),
    () => this.others.matching(this.#isFiltered ? this.tools.value?.matches : undefined),
  );
  /** Names of people. @internal */
  readonly references: References = new References(this, () => false);
  readonly #contact = new Live(this, () => (this.contact ? contacts.byId(this.contact as Id<'contact'>) : undefined));
  readonly #body = new Later(this, async () => new (await import('./timeline-body.js')).TimelineBody(this));
  readonly #composer = new Composer(this, (...of) => this.#save(...of));

  @state() private announced = '';

  /** The contact it is about. */
  @property() contact?: string | undefined;
  /** The company it is about. */
  @property() company?: string | undefined;
  /** The deal it is about. */
  @property() deal?: string | undefined;
  /** Nothing can be logged, completed or changed. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** How somebody has narrowed it down. */
  @property({ attribute: false }) view: TimelineView = {};
  /** The name under which this browser keeps the view; without it, it lasts as long as the element. */
  @property() keep: string | undefined;

  #isDrawn = false;

  /** Opens the box for new entries at a kind, with the focus in it. */
  async compose(kind: ComposedKind): Promise<void> {
    await this.#composer.open(kind);
  }

  /** What it is about. @internal */
  get subject(): activities.Subject | undefined {
    if (this.contact) return { contactId: this.contact as Id<'contact'> };
    if (this.company) return { companyId: this.company as Id<'company'> };
    if (this.deal) return { dealId: this.deal as Id<'deal'> };
    return undefined;
  }

  /** The contact it is about, once it was read. @internal */
  get about(): Contact | undefined {
    return this.#contact.value;
  }

  /** Shows other entries. @internal */
  arrange(view: TimelineView): void {
    this.view = view;
    if (this.keep) keepTimelineView(this.keep, view);
    this.dispatchEvent(new TimelineViewEvent(view));
  }

  /** Says something to a screen reader, through the app where there is one. @internal */
  announce(text: string): void {
    if (this.ui) this.ui.announce(text);
    else this.announced = text === this.announced ? `${text}\u00a0` : text;
  }

  /** Sends a command for its parts. @internal */
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>> {
    return this.send(command, notes);
  }

  protected override willUpdate(changed: PropertyValues<KithTimeline>): void {
    if (changed.has('keep')) this.view = (this.keep && keptTimelineView(this.keep)) || this.view;
    if (this.#isFiltered) void this.tools.load();
    if (this.subject) void this.#body.load();
    const isOther = (['contact', 'company', 'deal'] as const).some((name) => changed.get(name) !== undefined);
    if (!isOther) return;
    this.#isDrawn = false;
    this.#body.value?.reset();
    this.#composer.reset();
  }

  protected override updated(): void {
    this.others.fetch();
    if (this.#isDrawn) this.#body.value?.updated();
  }

  get #isFiltered(): boolean {
    return (this.view.filters?.length ?? 0) > 0;
  }

  #asked(): EntriesAsked | undefined {
    const { subject } = this;
    if (!subject || !this.#isFiltered) return subject && { subject };
    const tools = this.tools.value;
    return tools && { subject, where: (moment) => tools.where(moment) };
  }

  async #save(
    { kind, dueDay, direction, durationMinutes, ...written }: Draft,
    done: string,
    showsRefusal: () => boolean,
  ): Promise<Problem | undefined> {
    // What is logged about a person or a deal belongs to their company's timeline as well.
    const companyId = this.company ?? this.#contact.value?.companyId ?? this.others.deal.value?.companyId;
    const about = { ...this.subject, ...(companyId && { companyId: companyId as Id<'company'> }) };
    const command =
      kind === 'task'
        ? activities.schedule({ kind, ...written, dueDay, ...about })
        : activities.log({ kind, ...written, direction, durationMinutes, ...about });
    const result = await this.send(command, { done: () => ({ text: done }), showsRefusal });
    return result.ok ? undefined : result.problem;
  }

  protected override render(): TemplateResult {
    return html`
      ${this.readOnly || !this.subject ? nothing : this.#composer.render()}
      ${this.#renderBody()}
      ${this.tools.value?.overlays() ?? nothing}${this.#body.value?.overlays() ?? nothing}
      <div class="unseen" role="status">${this.announced}</div>
    `;
  }

  #renderBody(): TemplateResult {
    const say = this.sentences(timelineMessages);
    const { rows, others } = this;
    const failed = [...others.readings, this.#contact].filter(({ status }) => status === 'error');
    if (failed.length > 0 || rows.status === 'error')
      return timelineFailure([rows, ...failed], rows.error ?? failed[0]?.error, say);
    const body = this.#body.value;
    // Drawn at once when all of it is there: moves that came after the activities would push them away from the reader.
    this.#isDrawn ||= this.subject !== undefined && rows.status === 'ready' && others.isReady;
    if (this.#isDrawn && body) return body.render();
    if (this.#body.status === 'error') return laterFailure(this.locale, () => this.#body.retry());
    return html`<div class="reading" role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${rows.isSlow ? [1, 2, 3].map(() => html`${skeleton('half')}${skeleton('wide')}`) : nothing}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-timeline': KithTimeline;
  }
}
