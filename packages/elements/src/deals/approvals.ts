import type { Deal, Pipeline, Stage, User } from '@kith/core';
import { type Approvers, type Audience, stillToApprove } from '@kith/core/pipelines';
import { type deals, teams } from '@kith/store';
import { type Approval, approvalsOf, approve, reject, requestApproval, withdraw } from '@kith/store/pipelines';
import { css, html, nothing, type TemplateResult } from 'lit';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { banner } from '../parts/banner.js';
import { input } from '../parts/controls.js';
import { field, textIn } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { ban } from '../parts/icons/barred.js';
import { check, hourglass } from '../parts/icons/shown.js';
import type { DealHost } from './deal-host.js';
import { dealMessages } from './messages.js';
import { carryOut, PartForm } from './part-form.js';
import { type DealPartSentences, dealPartMessages } from './parts.messages.js';

/** A move as the store takes it. */
export type Move = Parameters<typeof deals.move>[0];

/** What the form begins with: a move to ask for, or a request to say no to. */
type Asked = { readonly move: Move; readonly stage: string } | { readonly approval: Approval };

/** Moves of a deal that somebody has to approve: asked for, waiting, and what was said. */
export class DealApprovals {
  readonly #host: DealHost;
  readonly #form: PartForm<Asked>;
  readonly #approvals: Live<ReturnType<typeof approvalsOf>>;
  /** What whoever looks may do with a request, by both; undefined while that is found out. */
  readonly #may = new Map<string, boolean | undefined>();
  /** Read only where a team is one of several that have to approve. */
  readonly #teams: Live<ReturnType<typeof teams.all>>;

  constructor(host: DealHost, deal: () => Deal | undefined, pipeline: () => Pipeline | undefined) {
    this.#host = host;
    this.#form = new PartForm(host);
    this.#approvals = new Live(host, () => {
      const id = deal()?.id;
      return id && pipeline()?.stages.some(({ rules }) => rules?.approvers) ? approvalsOf(id) : undefined;
    });
    const namesTeams = ({ rules }: Stage): boolean => Boolean(rules?.approvers?.need && rules.approvers.teams);
    this.#teams = new Live(host, () => (pipeline()?.stages.some(namesTeams) ? teams.all() : undefined));
  }

  /** Asks for the approval that a move needs. */
  ask(dealId: Deal['id'], move: Move, stage: string): void {
    void this.#form.open({ dealId, key: KEY, state: { move, stage } });
  }

  render(deal: Deal, pipeline: Pipeline | undefined, users: readonly User[]): unknown {
    const say = this.#say;
    const nameOf = (id: string | undefined): string | undefined => users.find((each) => each.id === id)?.name;
    const [latest, ...others] = this.#approvals.value ?? [];
    const waiting = [latest, ...others].filter((each) => each?.state === 'asked') as readonly Approval[];
    const { unknown } = sentencesIn(dealMessages, this.#host.locale);
    const stageOf = (id: string): string => pipeline?.stages.find((stage) => stage.id === id)?.name ?? unknown;
    const isRejected = latest?.state === 'rejected' && latest.fromStageId === deal.stageId;
    const isOpen = this.#form.isFor(deal.id, KEY);
    if (!isOpen && waiting.length === 0 && !isRejected) return nothing;
    return html`
      <div class="approvals" part="approvals">
        ${waiting.map((approval) => {
          const { approvers } = pipeline?.stages.find((each) => each.id === approval.toStageId)?.rules ?? {};
          const progress = approvers?.need ? this.#progress(approval, approvers, users) : [];
          return this.#renderWaiting(
            approval,
            stageOf(approval.toStageId),
            nameOf(approval.askedBy) ?? unknown,
            progress,
          );
        })}
        ${isRejected && waiting.length === 0 ? banner('negative', ban, html`<bdi>${say.rejectedBy(nameOf(latest.decidedBy) ?? unknown, stageOf(latest.toStageId), latest.reason ?? '–')}</bdi>`) : nothing}
        ${isOpen ? this.#renderForm(stageOf) : nothing}
      </div>
    `;
  }

  /** Who has approved so far, and whose approval is missing, where it takes more than one. */
  #progress({ given = [], askedBy }: Approval, approvers: Approvers, users: readonly User[]): readonly string[] {
    const say = this.#say;
    const { format } = this.#host.locale;
    const { unknown } = sentencesIn(dealMessages, this.#host.locale);
    const userOf = (id: string): User | undefined => users.find((each) => each.id === id);
    const actors = given.map(({ by }) => {
      const user = userOf(by);
      return { id: by, teams: user?.teamId ? [user.teamId] : [], roles: user?.roles ?? [] };
    });
    const nameOf = ({ users: [user] = [], teams: [team] = [], roles: [role] = [] }: Audience): string =>
      (user ? userOf(user)?.name : team ? this.#teams.value?.find(({ id }) => id === team)?.name : role) ?? unknown;
    const [first, ...others] = stillToApprove(approvers, actors, askedBy).map(nameOf);
    const names = given.map(({ by }) => userOf(by)?.name ?? unknown);
    return [
      ...(names.length > 0 ? [say.approvedSoFar(format.list(names))] : []),
      ...(first === undefined
        ? []
        : approvers.need === 'inOrder' && others.length > 0
          ? [say.nextToApprove(first, format.list(others))]
          : [say.stillToApprove(format.list([first, ...others]))]),
    ];
  }

  #renderWaiting(approval: Approval, stage: string, name: string, progress: readonly string[]): TemplateResult {
    const say = this.#say;
    const { id, askedAt, note } = approval;
    const mayApprove = this.#mayDo(approval, 'approve');
    const mayReject = this.#mayDo(approval, 'reject');
    const run = (command: ReturnType<typeof approve>, told: string): void =>
      void carryOut(this.#host, { command, told });
    const isMine = approval.askedBy !== undefined && approval.askedBy === this.#host.activeStore?.storage.env().actor;
    return banner(
      'info',
      hourglass,
      html`
        <p><bdi>${say.askedBy(name, stage, this.#host.locale.format.relative(askedAt))}</bdi></p>
        ${note ? html`<p class="small"><bdi>${note}</bdi></p>` : nothing}
        ${progress.map((line) => html`<p class="small"><bdi>${line}</bdi></p>`)}
        <p class="approval-hand">
          ${mayApprove ? html`<button type="button" class="button primary small" data-approval="approve" @click=${() => run(approve({ id }), say.approved(stage))}>${icon(check)}${say.approve}</button>` : nothing}
          ${
            mayReject
              ? html`<button type="button" class="button small" data-part=${KEY} data-approval="reject" @click=${() => void this.#form.open({ dealId: approval.rowId, key: KEY, state: { approval } })}>${say.reject}</button>`
              : nothing
          }
          ${isMine ? html`<button type="button" class="button small" data-approval="withdraw" @click=${() => run(withdraw({ id }), say.withdrawn)}>${say.withdraw}</button>` : nothing}
        </p>
      `,
    );
  }

  #renderForm(stageOf: (id: string) => string): unknown {
    const state = this.#form.state;
    if (!state) return nothing;
    const say = this.#say;
    if ('move' in state) {
      const { move, stage } = state;
      const note = { id: 'approval-note', label: say.approvalNote, name: 'note', value: '' };
      return this.#form.render({
        label: say.needsApproval(stage),
        submit: say.askApproval,
        fields: html`<p class="wide">${say.needsApproval(stage)}</p><div class="wide">${field(note, input(note))}</div>`,
        read: (form) => ({
          command: requestApproval({ ...move, note: textIn(new FormData(form), 'note') || undefined }),
          told: say.asked(stage),
        }),
      });
    }
    const { id, toStageId } = state.approval;
    const reason = { id: 'approval-reason', label: say.reason, name: 'reason', value: '' };
    return this.#form.render({
      label: say.reject,
      submit: say.reject,
      fields: html`<div class="wide">${field(reason, input(reason))}</div>`,
      read: (form) => ({
        command: reject({ id, reason: textIn(new FormData(form), 'reason') }),
        told: say.rejected(stageOf(toStageId)),
      }),
    });
  }

  /** Asked of the store, once for each state of a request: it knows who may. */
  #mayDo({ id, given = [] }: Approval, what: 'approve' | 'reject'): boolean {
    const { activeStore: store } = this.#host;
    const key = `${what} ${id} ${given.length}`;
    if (!this.#may.has(key) && store) {
      this.#may.set(key, undefined);
      // Whatever else is in the way is said when it is pressed; who may not has nothing to press.
      void store.can(what === 'approve' ? approve({ id }) : reject({ id, reason: what })).then((answer) => {
        this.#may.set(key, answer.ok || !REFUSED.includes(answer.problem.code));
        this.#host.requestUpdate();
      });
    }
    return this.#may.get(key) ?? false;
  }

  get #say(): DealPartSentences {
    return sentencesIn(dealPartMessages, this.#host.locale);
  }
}

const KEY = 'approval';
const REFUSED: readonly string[] = [
  'pipelines/own-approval',
  'pipelines/may-not-approve',
  'pipelines/already-approved',
  'pipelines/not-your-turn',
  'pipelines/already-decided',
  'permissions/not-allowed',
];

/** The looks of {@link DealApprovals}. */
export const approvalStyles = css`
  .approvals { display: grid; gap: 8px; padding: 12px 16px; border-block-start: 1px solid var(--kith-border); }
  .approvals .grow > p + p { margin-block-start: 4px; }
  .approvals .grow > .approval-hand { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 8px; }
  .approvals .grow > .approval-hand:not(:has(*)) { display: none; }
`;
