import type { Id, Pipeline, Result, Stage } from '@kith/core';
import { type Command, deals, pipelines, type Store, type TallyQuery } from '@kith/store';
import type { PipelineChangeRow } from '@kith/store/pipelines';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { addStyles } from '../base/add-styles.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { OnLine } from '../base/on-line.js';
import { problemText } from '../base/problem-text.js';
import { badge, badgeStyles } from '../parts/badge.js';
import { plainButtonStyles } from '../parts/button.styles.js';
import { icon, iconStyles } from '../parts/icon.js';
import { down } from '../parts/icons/heads.js';
import { plus, trash } from '../parts/icons/shown.js';
import { drawLater, nestLaterStyles } from '../parts/nest-later.js';
import { Order, orderStyles } from '../parts/order.js';
import { panelStyles } from '../parts/panel.js';
import { stateStyles } from '../parts/states.js';
import { stagePieStyles } from '../pipelines/stage-pie.js';
import type { Contradiction } from './contradictions.js';
import type { PipelineEditorHost } from './editor-host.js';
import { FollowingDeals } from './following-deals.js';
import { MovesFold } from './moves-fold.js';
import type { PipelineDraft } from './pipeline-draft.js';
import { isChanged, PipelineDrafts, type PipelineEditing, versionOf } from './pipeline-drafts.js';
import { pipelineEditorMessages } from './pipeline-editor.messages.js';
import { pipelineEditorStyles } from './pipeline-editor.styles.js';
import { stageRow } from './stage-row.js';

/**
 * The definition of a pipeline, for those who set up a house: its stages with what they mean, their order, what it takes to
 * come in and to leave, who may move deals where. Everything is tried out in a draft, with its own way back, and published
 * at once; deals of stages that go are brought to where they are to be. Needs a store with the `pipelineCollections` of
 * `@kith/store/pipelines`.
 *
 * @tag kith-pipeline-editor
 * @event {CommandEvent} kith-command - A wish to publish a definition, to take one back, or to make a pipeline.
 * @csspart stages - The stages in their order.
 * @csspart stage - One of them.
 * @csspart moves - The table of allowed moves.
 */
export class KithPipelineEditor extends KithElement implements PipelineEditorHost {
  static override readonly tag = 'pipeline-editor';
  static override styles = [
    KithElement.styles,
    iconStyles,
    plainButtonStyles,
    badgeStyles,
    stateStyles,
    panelStyles,
    orderStyles,
    stagePieStyles,
    nestLaterStyles,
    pipelineEditorStyles,
  ];

  readonly #all = new Live(this, () => pipelines.all());
  readonly #counts = new Live(this, (): TallyQuery | undefined => {
    const value = this.#stored?.id;
    const where = { field: 'pipelineId', is: 'eq', value: value ?? '' } as const;
    return value && { ask: 'tally', collection: deals.collection, where, by: ['stageId'] };
  });
  readonly #onLine = new OnLine(this);
  readonly #work = new Later(this, async () => {
    const work = await import('./editor-work.js');
    addStyles(this, ...work.draftViewStyles);
    return work;
  });
  readonly #absent = new Later(this, () => import('./absent-pipeline.js'));
  readonly #moves = new MovesFold(this);
  readonly #drawer = new Later(this, async () => new (await import('./stage-drawer.js')).StageDrawer(this));
  readonly #publishing = new Later(this, async () => new (await import('./publish-pipeline.js')).PublishPipeline(this));
  readonly #creating = new Later(this, async () => new (await import('./new-pipeline.js')).NewPipeline(this));
  readonly #choosing = new Later(this, async () => new (await import('./pipeline-menu.js')).PipelineMenu(this));
  readonly #versions = new Later(this, async () => new (await import('./pipeline-versions.js')).PipelineVersions(this));
  readonly #order = new Order(this, {
    name: 'stages',
    keys: () => this.#draft?.stages.map(({ id }) => id) ?? [],
    move: (id, to) =>
      this.#work.load().then((work) => work && this.change((draft) => work.movedStage(draft, id as Id<'stage'>, to))),
    announce: (text) => this.announce(text),
  });
  readonly #drafts = new PipelineDrafts();
  readonly #following = new FollowingDeals(this, () => this.ui);
  #askedOf: unknown;
  #found: { readonly draft: PipelineDraft; readonly contradictions: readonly Contradiction[] } | undefined;

  @state() private mayEdit = true;

  /** The id of the pipeline that is edited; the first one by name when left out. It follows what is chosen here. */
  @property({ reflect: true }) pipeline?: string;

  /** Opens the form of a stage, or of a new one. */
  async open(id?: Id<'stage'>): Promise<void> {
    const stage = id ?? (await this.#addStage());
    if (stage) await (await this.#drawer.load())?.open(stage);
  }

  /** Begins a new pipeline: from a template, or as a copy of the one on show. */
  async create(how: 'template' | 'copy' = 'template'): Promise<void> {
    await (await this.#creating.load())?.open(how === 'copy' ? this.#draft : undefined);
  }

  /** What is edited now. @internal */
  get editing(): PipelineEditing | undefined {
    const stored = this.#stored;
    return stored && this.#drafts.of(stored);
  }

  /** Everything that contradicts itself in the draft, as far as it is known. @internal */
  get contradictions(): readonly Contradiction[] {
    const { editing } = this;
    const work = this.#work.value;
    if (!editing || !work) return [];
    const draft = editing.history.now;
    if (this.#found?.draft !== draft) this.#found = { draft, contradictions: work.contradictions(editing.seen, draft) };
    return this.#found.contradictions;
  }

  /** How many deals are in a stage; undefined while nobody knows. @internal */
  countIn(id: Id<'stage'>): number | undefined {
    if (this.#counts.status !== 'ready') return undefined;
    return this.#counts.value?.find(({ key }) => key[0] === id)?.count ?? 0;
  }

  /** Changes the draft by one step; `typing` names the field that is typed into. @internal */
  change(next: (draft: PipelineDraft) => PipelineDraft, typing?: string): void {
    const stored = this.#stored;
    const draft = this.#draft;
    if (!stored || !draft) return;
    this.#drafts.set(stored, next(draft), typing);
    void this.#work.load();
    this.requestUpdate();
  }

  /** Says something to a screen reader. @internal */
  announce(text: string): void {
    this.ui?.announce(text);
  }

  /** Sends a command of a dialog, which shows itself what is refused; `done` is said when it is carried out. @internal */
  wish<Output>(
    command: Command<Output>,
    done?: { readonly text: string; readonly name: string },
  ): Promise<Result<Output>> {
    return this.send(command, { showsRefusal: () => true, ...(done && { done: () => done }) });
  }

  /** What was published: the draft begins anew from it, there is a way back, and deals follow. @internal */
  published(change: PipelineChangeRow): void {
    const say = this.sentences(pipelineEditorMessages);
    const { name } = change.after;
    this.#drafts.begin(change.after);
    const text = say.published(name);
    this.ui?.toast({ text, name, action: { label: say.undo, run: () => void this.takeBack(change) } });
    this.announce(text);
    void this.#settle();
  }

  /** Takes a published version back, with the deals that have followed it. @internal */
  async takeBack({ id }: PipelineChangeRow): Promise<boolean> {
    const work = await this.#work.load();
    if (!work) return false;
    const done = await this.send(work.takingBack(id));
    if (!done.ok) return false;
    this.#drafts.begin(done.value.after);
    const { name } = done.value.after;
    const text = this.sentences(pipelineEditorMessages).reverted(name);
    this.ui?.toast({ text, name });
    this.announce(text);
    void this.#settle();
    return true;
  }

  get #stored(): Pipeline | undefined {
    const all = this.#all.value;
    return this.pipeline ? all?.find(({ id }) => id === this.pipeline) : all?.[0];
  }
  get #draft(): PipelineDraft | undefined {
    return this.editing?.history.now;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const store = this.activeStore;
    if (!store || !this.#stored) return;
    this.#work.prefetch();
    if (this.#askedOf === store) return;
    this.#askedOf = store;
    void this.#ask(store, this.#stored);
  }

  async #ask(store: Store, stored: Pipeline): Promise<void> {
    const work = await this.#work.load();
    this.mayEdit = (await work?.mayChange(store, stored)) ?? true;
  }

  async #settle(): Promise<void> {
    const store = this.activeStore;
    const id = this.#stored?.id;
    const work = await this.#work.load();
    if (store && id && work) await this.#following.bring(store, id, work.settle);
  }

  async #addStage(): Promise<Id<'stage'> | undefined> {
    const work = await this.#work.load();
    const id = this.activeStore?.storage.env().newId('stage');
    if (!work || !id) return undefined;
    const name = this.sentences(pipelineEditorMessages).newStage;
    this.change((draft) => work.withNewStage(draft, id, name));
    return id;
  }

  async #remove({ id, name }: Stage): Promise<void> {
    const seen = this.editing?.seen;
    const at = this.#draft?.stages.findIndex((stage) => stage.id === id) ?? 0;
    const work = await this.#work.load();
    if (!work || !seen || this.#draft?.stages.length === 1) return;
    this.change((draft) => work.withoutStage(draft, seen, id));
    this.announce(this.sentences(pipelineEditorMessages).removed(name));
    await this.updateComplete;
    // The line is gone; the focus goes to the one that took its place, or to the choice of where its deals go.
    const target = this.renderRoot.querySelector<HTMLElement>(`#target-${CSS.escape(id)}`);
    const rows = this.renderRoot.querySelectorAll<HTMLElement>('[data-open]');
    (target ?? rows[Math.min(at, rows.length - 1)])?.focus();
  }

  #step(way: 'back' | 'on'): void {
    const stored = this.#stored;
    if (stored) this.#drafts.step(stored, way);
    this.requestUpdate();
  }

  async #resolve(how: 'theirs' | 'mine'): Promise<void> {
    const stored = this.#stored;
    const work = await this.#work.load();
    if (!stored || !work) return;
    const { seen, history } = this.#drafts.of(stored);
    this.#drafts.begin(stored, how === 'mine' ? work.onTopOf(seen, history.now, stored) : undefined);
    this.requestUpdate();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    const way = key === 'y' || event.shiftKey ? 'on' : 'back';
    const { before = [], after = [] } = this.editing?.history ?? {};
    const isTyping = event.composedPath()[0] instanceof HTMLInputElement;
    if (isTyping || (way === 'back' ? before : after).length === 0) return;
    // Not the app's undo: a draft has its own way back.
    event.preventDefault();
    event.stopPropagation();
    this.#step(way);
  };

  protected override render(): TemplateResult {
    const say = this.sentences(pipelineEditorMessages);
    return html`
      <section class="panel" aria-label=${say.label} @keydown=${this.#onKeydown}>
        <div class="panel-head">${this.#renderTitle()}${this.editing && this.mayEdit ? this.#renderActions(this.editing) : nothing}</div>
        <div class="notices">${this.#renderNotices()}</div>
        ${this.#renderBody()}
      </section>
      ${[this.#drawer, this.#publishing, this.#creating, this.#choosing, this.#versions].map((part) => part.value?.render() ?? nothing)}
    `;
  }

  #renderTitle(): TemplateResult {
    const say = this.sentences(pipelineEditorMessages);
    const { editing } = this;
    if (!editing) return html`<h2 class="chooser">${say.pipelines}</h2>`;
    const name = editing.history.now.name.trim() || say.nameless;
    const choose = async ({ currentTarget }: Event): Promise<void> => {
      const versions = async (): Promise<unknown> => (await this.#versions.load())?.open(editing.seen, this.mayEdit);
      const options = { all: this.#all.value ?? [], current: editing.seen, mayEdit: this.mayEdit, versions };
      await (await this.#choosing.load())?.open(currentTarget as HTMLElement, options);
    };
    return html`
      <h2><button type="button" class="chooser icon-small" aria-haspopup="menu" title=${say.choose} @click=${choose}><bdi>${name}</bdi>${icon(down)}</button></h2>
      ${badge(isChanged(editing) ? say.unpublished : say.version(versionOf(editing.seen) + 1), isChanged(editing) ? 'warning' : 'neutral')}
    `;
  }

  #renderActions(editing: PipelineEditing): TemplateResult | undefined {
    const { name, stages } = editing.seen;
    const actions = {
      step: (way: 'back' | 'on') => this.#step(way),
      discard: () => this.change(() => ({ name, stages, targets: {} })),
      publish: () => void this.#publish(editing),
    };
    const work = this.#work.value;
    return work?.draftActions(editing, actions, this.sentences(pipelineEditorMessages));
  }

  async #publish(editing: PipelineEditing): Promise<void> {
    const say = this.sentences(pipelineEditorMessages);
    if (!isChanged(editing)) return this.announce(say.nothingToPublish);
    await this.#work.load();
    const wrong = this.contradictions.length;
    if (wrong > 0) await this.#showContradiction(say.mendFirst(wrong));
    else await (await this.#publishing.load())?.open(editing.seen, editing.history.now);
  }

  async #showContradiction(text: string): Promise<void> {
    this.announce(text);
    this.requestUpdate();
    await this.updateComplete;
    const first = (selector: string): HTMLElement | null => this.renderRoot.querySelector<HTMLElement>(selector);
    const wrong = first('.wrong .button, [aria-invalid="true"]') ?? first('.wrong');
    wrong?.scrollIntoView({ block: 'nearest' });
    wrong?.focus();
  }

  #renderNotices(): unknown {
    const stored = this.#stored;
    const isUnderWay = stored?.past?.changeId !== undefined && !this.#following.progress && this.mayEdit;
    const wrong = this.contradictions.flatMap(({ stageId, problem }) => (problem && !stageId ? [problem] : []));
    const work = this.#work.value;
    return work?.notices(
      {
        isOnLine: this.#onLine.value,
        mayEdit: this.mayEdit,
        resolve: stored && this.#drafts.isConflict(stored) ? (how) => void this.#resolve(how) : undefined,
        following: this.#following.progress,
        goOn: isUnderWay ? () => void this.#settle() : undefined,
        stuck: this.#following.stuck,
        wrong: wrong.map((problem) => problemText(problem, this.locale)),
      },
      this.sentences(pipelineEditorMessages),
    );
  }

  #renderBody(): unknown {
    const say = this.sentences(pipelineEditorMessages);
    const { editing } = this;
    if (!editing)
      return drawLater(this, this.#absent, ({ absentPipeline }) =>
        absentPipeline(this.#all, Boolean(this.pipeline), () => void this.create(), say),
      );
    const draft = editing.history.now;
    const work = this.#work.value;
    return html`
      ${this.mayEdit ? html`<div class="identity">${work?.pipelineName(this, draft, say)}</div>` : nothing}
      <div class="section">
        <h3>${say.stages}</h3>
        ${this.mayEdit ? html`<button type="button" class="button" data-action="add" @click=${() => void this.open()}>${icon(plus)}<span>${say.addStage}</span></button>` : nothing}
      </div>
      <ol part="stages" data-order="stages" aria-label=${say.stages}>${draft.stages.map((stage) => this.#renderStage(stage, draft))}</ol>
      ${this.mayEdit ? work?.goneStages(this, editing, say) : nothing}${this.#renderMoves(draft)}
    `;
  }

  #renderStage(stage: Stage, { stages }: PipelineDraft): TemplateResult {
    const say = this.sentences(pipelineEditorMessages);
    const { id } = stage;
    const work = this.#work.value;
    const label = stage.name.trim() || say.nameless;
    const open = this.mayEdit ? () => void this.open(id) : undefined;
    const row = stageRow({ stage, count: this.countIn(id), say, locale: this.locale, open });
    if (!this.mayEdit) return html`<li class="entry fixed" part="stage" data-key=${String(id)}>${row}</li>`;
    const isLast = stages.length === 1;
    const remove = isLast ? say.lastStage : say.removeStage(label);
    return html`
      <li class="entry ${this.#order.rowClass(id)}" part="stage" data-key=${String(id)}>
        ${this.#order.grip(id, label)}${row}
        <span class="entry-buttons">
          ${this.#order.buttons(id, label)}
          <button type="button" class="button quiet small square icon-small" aria-label=${remove} title=${remove} aria-disabled=${isLast ? 'true' : 'false'} @click=${() => void this.#remove(stage)}>${icon(trash)}</button>
        </span>
        ${this.contradictions.filter(({ stageId }) => stageId === id).map((each) => work?.contradictionLine(this, each, say))}
      </li>
    `;
  }

  #renderMoves(draft: PipelineDraft): TemplateResult {
    const allow = (from: Id<'stage'>, to: Id<'stage'>, isAllowed: boolean): void => {
      const work = this.#work.value;
      this.change((now) => work?.withMove(now, from, to, isAllowed) ?? now);
    };
    return this.#moves.render(draft, this.mayEdit ? allow : undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-pipeline-editor': KithPipelineEditor;
  }
}
