import type { Problem } from '@kith/core';
import { isOpenLead, type Lead } from '@kith/core/leads';
import { byId, claim } from '@kith/store/leads';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { KeepFocus } from '../base/keep-focus.js';
import { labelOf } from '../base/label-of.js';
import { Later } from '../base/later.js';
import type { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { avatar } from '../parts/avatar.js';
import { badge } from '../parts/badge.js';
import { banner } from '../parts/banner.js';
import { icon } from '../parts/icon.js';
import { ban, lock } from '../parts/icons/barred.js';
import { right, warning } from '../parts/icons/shown.js';
import { inbox } from '../parts/icons/tools.js';
import { nestLater } from '../parts/nest-later.js';
import { panel } from '../parts/panel.js';
import { recordLink, recordLinkStyles } from '../parts/record-link.js';
import { failure } from '../parts/record-state.js';
import { emptyState } from '../parts/states.js';
import { skeleton } from '../parts/waiting.js';
import { type DetailSentences, detailMessages } from './detail.messages.js';
import { detailStyles } from './detail.styles.js';
import { Duplicates } from './duplicates.js';
import type { DeskAction, InboxHost } from './inbox-host.js';
import { isClaimable } from './inbox-place.js';
import { leadFacts, qualificationFacts } from './lead-facts.js';
import { inboxMessages } from './messages.js';
import { waitingMark } from './row-view.js';
import { waitingOf } from './waiting.js';

/** The open lead: who it is, what can be done with it, and what is known. */
export class LeadDetail {
  readonly #host: InboxHost;
  readonly #duplicates: Duplicates;
  readonly #score: Later<typeof import('../scoring/score-explain.js').KithScoreExplain>;
  /** Why the lead cannot be claimed, as it was asked of which version of it. */
  #claimed: { readonly lead: Lead; problem?: Problem | undefined } | undefined;

  /** Whether somebody has asked for the next lead from here. */
  #isGoingOn = false;

  constructor(host: InboxHost) {
    this.#host = host;
    this.#duplicates = new Duplicates(host);
    this.#score = new Later(host, async () => (await import('../scoring/score-explain.js')).KithScoreExplain);
    new KeepFocus(host);
    addStyles(host, recordLinkStyles, detailStyles);
  }

  render(reading: Live<ReturnType<typeof byId>>): TemplateResult | typeof nothing {
    const say = sentencesIn(detailMessages, this.#host.locale);
    const lead = reading.value;
    if (reading.status === 'error') return this.#renderFailure(reading);
    if (reading.status !== 'ready')
      return reading.isSlow
        ? html`<div class="stack unknown" aria-hidden="true">${skeleton('half')}${skeleton('wide')}${skeleton('wide')}</div>`
        : nothing;
    if (!lead) return emptyState({ icon: inbox, title: say.gone, text: say.goneText, action: this.#nextButton(say) });
    if (this.#isGoingOn) {
      this.#isGoingOn = false;
      void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>('.next')?.focus());
    }
    return html`
      <article class="lead" aria-label=${lead.name}>
        ${this.#renderConflict(say)}
        ${this.#renderHead(lead, say)}
        ${this.#renderActions(lead, say)}
        <div class="lead-areas">
          <div class="lead-side">
            ${lead.message ? panel({ title: say.message, body: html`<p class="lead-message"><bdi>${lead.message}</bdi></p>` }) : nothing}
            ${panel({ title: say.details, body: facts(leadFacts(lead, this.#host, say)) })}
          </div>
          <div class="lead-side">
            ${this.#duplicates.render(lead)}
            ${this.#host.plan ? panel({ title: say.score, body: html`<div class="lead-score-box">${nestLater(this.#host, this.#score, { plan: this.#host.plan, subject: lead.id, layout: 'compact', names: this.#host.names, store: this.#host.store })}</div>` }) : nothing}
            ${panel({ title: say.qualification, body: facts(qualificationFacts(lead, this.#host, say)) })}
          </div>
        </div>
      </article>
    `;
  }

  #renderHead(lead: Lead, say: DetailSentences): TemplateResult {
    const { locale, users, pools, workingTime } = this.#host;
    const status = this.#host.fieldsOf('lead').find(({ path }) => path === 'status');
    const option = status?.options?.find(({ value }) => value === lead.status);
    const waiting = waitingOf(lead, locale.now(), workingTime);
    const owner = users.find(({ id }) => id === lead.ownerId);
    const pool = pools.find(({ id }) => id === lead.poolId);
    const place = lead.ownerId ? say.owner(owner?.name ?? say.somebody) : pool ? say.inPool(pool.name) : say.nobody;
    const what = [lead.jobTitle, lead.companyName === lead.name ? undefined : lead.companyName].filter(Boolean);
    return html`
      <header class="lead-head">
        ${avatar({ id: lead.id, name: lead.name, size: 40 }, locale.format)}
        <div>
          <h3><bdi>${lead.name}</bdi></h3>
          ${what.length > 0 ? html`<p class="muted"><bdi>${what.join(' · ')}</bdi></p>` : nothing}
        </div>
        <div></div>
        <div class="lead-marks">
          ${badge(option ? labelOf({ name: option.value, labels: option.labels }, locale) : lead.status, lead.status === 'qualified' ? 'positive' : 'neutral')}
          <span><bdi>${place}</bdi></span>
          ${waiting ? waitingMark(waiting, sentencesIn(inboxMessages, locale), locale) : nothing}
          ${lead.recycleOn && lead.status === 'recycled' ? html`<span>${say.restsUntil(locale.format.day(lead.recycleOn))}</span>` : nothing}
        </div>
      </header>
    `;
  }

  #renderActions(lead: Lead, say: DetailSentences): TemplateResult {
    const isOpen = isOpenLead(lead);
    const canClaim = isClaimable(lead);
    const refusal = canClaim ? this.#refusalOf(lead) : undefined;
    const main = canClaim ? 'claim' : lead.status === 'qualified' ? 'convert' : 'qualify';
    const act = (
      name: 'claim' | 'release' | 'assign' | 'qualify' | 'convert' | 'recycle' | 'disqualify',
      isShown: boolean,
    ) =>
      isShown
        ? html`<button type="button" class="button ${name === main ? 'primary' : ''}" data-action=${name} aria-disabled=${name === 'claim' && refusal ? 'true' : nothing} aria-describedby=${name === 'claim' && refusal ? 'claim-why' : nothing} @click=${(event: Event) => void this.#do(name, event.currentTarget as HTMLElement)}>${say[name]}</button>`
        : nothing;
    return html`
      <div class="lead-actions" role="toolbar" aria-label=${lead.name}>
        ${act('claim', canClaim)}
        ${act('convert', isOpen && lead.status === 'qualified')}
        ${act('qualify', isOpen && lead.status !== 'qualified')}
        ${act('assign', isOpen)}
        ${act('release', isOpen && lead.poolId !== undefined && lead.ownerId !== undefined)}
        ${act('recycle', lead.status !== 'converted')}
        ${act('disqualify', isOpen)}
        ${this.#nextButton(say)}
      </div>
      ${refusal ? html`<p class="lead-why" id="claim-why">${icon(lock)}<span>${problemText(refusal, this.#host.locale)}</span></p>` : nothing}
      ${canClaim ? this.#renderLimits(lead, say) : nothing}
      ${this.#renderAssignment(lead, say)}
      ${this.#renderConverted(lead, say)}
    `;
  }

  /** What a pool bounds claims by, so that nobody has to run into it. */
  #renderLimits({ poolId }: Lead, say: DetailSentences): TemplateResult | typeof nothing {
    const pool = this.#host.pools.find(({ id }) => id === poolId);
    const parts = [
      ...(pool?.claimsPerDay === undefined ? [] : [say.perDay(pool.claimsPerDay)]),
      ...(pool?.capacities ?? []).map(({ most, per, name }) =>
        name ? `${name}: ${say.most(most, per)}` : say.most(most, per),
      ),
    ];
    return pool && parts.length > 0
      ? html`<p class="lead-why">${icon(inbox)}<span><bdi>${pool.name}</bdi>: ${say.limits(parts)}.</span></p>`
      : nothing;
  }

  /** Why this one has it, or why nobody does. */
  #renderAssignment({ assignment, unassigned, ownerId }: Lead, say: DetailSentences): TemplateResult | typeof nothing {
    const { format } = this.#host.locale;
    if (unassigned && ownerId === undefined) {
      const why = say.unassigned[unassigned.why] ?? unassigned.why;
      return html`<p class="lead-why">${icon(warning)}<span>${why}; ${say.retry(format.relative(unassigned.retryAt))}.</span></p>`;
    }
    if (!assignment) return nothing;
    const left = Object.entries(assignment.leftOut ?? {}).map(([why, count]) =>
      say.left(count, say.leftOut[why] ?? why),
    );
    const parts = [say.methods[assignment.method] ?? assignment.method, say.candidates(assignment.candidates), ...left];
    return html`<p class="lead-why">${icon(right)}<span><bdi>${say.assignment(assignment.ruleName)}</bdi>: ${format.list(parts)}.</span></p>`;
  }

  #renderConverted({ converted }: Lead, say: DetailSentences): TemplateResult | typeof nothing {
    if (!converted) return nothing;
    const links = [
      ['company', converted.companyId, say.company],
      ['contact', converted.contactId, say.contact],
      ['deal', converted.dealId, say.deal],
    ] as const;
    return html`<p class="lead-why">${icon(right)}<span>${say.became}: ${links.flatMap(([kind, id, label]) => (id ? [recordLink(kind, id, label), ' '] : []))}</span></p>`;
  }

  #renderConflict(say: DetailSentences): TemplateResult | typeof nothing {
    const { conflict, users, locale } = this.#host;
    if (!conflict) return nothing;
    const { before, now } = conflict;
    const time = locale.format.time(now.modifiedAt);
    const nameOf = (id: Lead['ownerId']): string => users.find((each) => each.id === id)?.name ?? say.somebody;
    const status = this.#host.fieldsOf('lead').find(({ path }) => path === 'status');
    const option = status?.options?.find(({ value }) => value === now.status);
    const text =
      now.ownerId !== undefined && now.ownerId !== before.ownerId
        ? say.takenBy(nameOf(now.ownerId), time)
        : say.changedBy(
            nameOf(now.modifiedBy),
            option ? labelOf({ name: option.value, labels: option.labels }, locale) : now.status,
            time,
          );
    return html`
      <div role="alert">
        ${banner(
          'warning',
          ban,
          html`<span class="lead-conflict"><bdi>${text}</bdi><button type="button" class="button small" data-action="next" @click=${() => void this.#host.step(1)}>${say.next}</button><button type="button" class="button small" data-action="go-on" @click=${() => this.#host.goOn()}>${say.goOn}</button></span>`,
        )}
      </div>
    `;
  }

  /** To the next lead, where the focus is on the same button again. */
  #goOn(): void {
    this.#isGoingOn = true;
    void this.#host.step(1);
  }

  #nextButton(say: DetailSentences): TemplateResult {
    return html`<button type="button" class="button quiet icon-small next" @click=${() => this.#goOn()}>${say.next}${icon(right)}</button>`;
  }

  #renderFailure(reading: Live<ReturnType<typeof byId>>): TemplateResult {
    const say = sentencesIn(inboxMessages, this.#host.locale);
    const { code } = problemOf(reading.error);
    if (code === 'store/denied' || code.startsWith('permissions/'))
      return emptyState({ icon: ban, title: say.deniedTitle, text: say.deniedText });
    return failure([reading], say);
  }

  async #do(name: DeskAction, anchor: HTMLElement) {
    if (anchor.getAttribute('aria-disabled') === 'true') return;
    (await this.#host.desk())?.begin(name, anchor);
  }

  /** Asks once for each version of the lead whether it could be claimed. */
  #refusalOf(lead: Lead): Problem | undefined {
    if (this.#claimed?.lead === lead) return this.#claimed.problem;
    const asked: { lead: Lead; problem?: Problem | undefined } = { lead };
    this.#claimed = asked;
    void this.#host.activeStore?.can(claim({ id: lead.id })).then(
      (result) => {
        asked.problem = result.ok ? undefined : result.problem;
        if (!result.ok) this.#host.requestUpdate();
      },
      // What the storage does not answer now is asked when it is claimed.
      () => undefined,
    );
    return undefined;
  }
}

const facts = (rows: readonly (readonly [label: string, value: unknown])[]): TemplateResult =>
  html`<dl class="lead-facts">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
