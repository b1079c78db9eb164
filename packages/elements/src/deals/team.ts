import type { Deal, Id, User } from '@kith/core';
import { creditsOf, evenSplits, type Split, withDetails } from '@kith/core/deals';
import { setSplits } from '@kith/store/deals';
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sentencesIn } from '../base/locale.js';
import { readNumber } from '../base/read-number.js';
import { avatar } from '../parts/avatar.js';
import { input, select } from '../parts/controls.js';
import { field } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { plus, trash } from '../parts/icons/shown.js';
import { pencil } from '../parts/icons/tools.js';
import { panel } from '../parts/panel.js';
import type { RowSight } from '../records/sight.js';
import type { DealHost } from './deal-host.js';
import { dealMessages } from './messages.js';
import { PartForm } from './part-form.js';
import { type DealPartSentences, dealPartMessages } from './parts.messages.js';

/** A line of the form, as it is typed. */
interface Draft {
  readonly key: number;
  userId: string;
  kind: Split['kind'];
  percent: string;
  role: string;
}

/** Whose work a deal is: who is credited with how much of it, all of it changed at once because it makes 100 %. */
export class DealTeam {
  readonly #host: DealHost;
  readonly #form: PartForm<{ drafts: readonly Draft[] }>;
  #keys = 0;

  constructor(host: DealHost) {
    this.#host = host;
    this.#form = new PartForm(host);
  }

  render(deal: Deal, users: readonly User[], sight: RowSight): TemplateResult | typeof nothing {
    if (!sight.sees('splits')) return nothing;
    const say = this.#say;
    const { splits } = withDetails(deal);
    const isOpen = this.#form.isFor(deal.id, KEY);
    return panel({
      title: say.team,
      part: 'team',
      end: sight.edits('splits')
        ? html`<button type="button" class="button quiet small" data-part=${KEY} aria-label=${say.editSplit} aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => this.#open(deal)}>${icon(pencil)}${say.split}</button>`
        : undefined,
      body: isOpen
        ? html`<div class="part-new">${this.#renderForm(deal, users)}</div>`
        : splits
          ? this.#renderSplits(deal, splits, users)
          : this.#renderOwner(deal, users),
    });
  }

  #renderOwner({ ownerId }: Deal, users: readonly User[]): TemplateResult {
    const say = this.#say;
    const owner = users.find(({ id }) => id === ownerId);
    return html`<p class="panel-note">${owner ? say.ownerHasAll(owner.name) : say.nobodyHas}</p>`;
  }

  #renderSplits(deal: Deal, splits: readonly Split[], users: readonly User[]): TemplateResult {
    const { locale } = this.#host;
    const say = this.#say;
    const { unknown } = sentencesIn(dealMessages, locale);
    const credits = creditsOf(withDetails(deal));
    const amounts = credits.map(({ amount }) => amount);
    return html`
      <ul class="related people">
        ${splits.map(({ userId, kind, percent, role }) => {
          const name = users.find(({ id }) => id === userId)?.name ?? unknown;
          const credit = credits.find((each) => each.userId === userId && each.kind === kind);
          const about = [...(role ? [role] : []), ...(kind === 'overlay' ? [say.splitKinds.overlay] : [])].join(' · ');
          return html`
            <li>
              ${avatar({ id: userId, name }, locale.format)}
              <div class="grow"><bdi>${name}</bdi>${about ? html`<p class="small subtle"><bdi>${about}</bdi></p>` : nothing}</div>
              <span class="credit number"><b>${percentText(percent, locale.lang)}</b>${credit ? html`<span class="small subtle"><bdi>${locale.format.money(credit.amount, amounts)}</bdi></span>` : nothing}</span>
            </li>
          `;
        })}
      </ul>
    `;
  }

  #open(deal: Deal): Promise<void> {
    const { lang } = this.#host.locale;
    const { splits } = withDetails(deal);
    const known: readonly Split[] =
      splits ?? (deal.ownerId ? [{ userId: deal.ownerId, kind: 'revenue', percent: 100 }] : []);
    const drafts = known.map(
      ({ userId, kind, percent, role }): Draft => ({
        key: this.#keys++,
        userId,
        kind,
        percent: plainNumber(percent, lang),
        role: role ?? '',
      }),
    );
    const first = drafts.length > 0 ? drafts : [this.#draft()];
    return this.#form.open({ dealId: deal.id, key: KEY, was: splits, state: { drafts: first } });
  }

  #renderForm(deal: Deal, users: readonly User[]): unknown {
    const state = this.#form.state;
    if (!state) return nothing;
    const { locale } = this.#host;
    const say = this.#say;
    const shares = state.drafts
      .filter(({ kind }) => kind === 'revenue')
      .map(({ percent }) => shareOf(percent, locale.lang));
    // What is typed has up to four decimals: binary fractions have no place in the sum.
    const sum = Math.round(shares.reduce((all, share) => all + (Number.isNaN(share) ? 0 : share), 0) * 10_000) / 10_000;
    const isWhole = shares.length === 0 || sum === 100;
    const set = (drafts: readonly Draft[]): void => {
      state.drafts = drafts;
      this.#host.requestUpdate();
    };
    const spread = (): void => {
      const revenue = state.drafts.filter(({ kind }) => kind === 'revenue');
      const even = evenSplits(revenue.map(({ userId }) => userId as Id<'user'>));
      for (const [index, draft] of revenue.entries())
        draft.percent = plainNumber(even[index]?.percent ?? 0, locale.lang);
      set(state.drafts);
    };
    return this.#form.render({
      label: say.editSplit,
      submit: say.save,
      now: withDetails(deal).splits,
      fields: html`
        <div class="wide splits">${repeat(
          state.drafts,
          ({ key }) => key,
          (draft, index) =>
            this.#renderDraft(draft, index, users, () => set(state.drafts.filter((each) => each !== draft))),
        )}</div>
        <div class="wide split-hand">
          <button type="button" class="button small" data-split="add" @click=${() => set([...state.drafts, this.#draft()])}>${icon(plus)}${say.addColleague}</button>
          <button type="button" class="button small quiet" data-split="even" @click=${spread}>${say.evenly}</button>
          <span class="split-sum number ${isWhole ? '' : 'off'}" role="status">${say.revenueSum(percentText(sum, locale.lang))}</span>
        </div>
      `,
      read: () => {
        const splits = state.drafts.map(({ userId, kind, percent, role }) => ({
          userId: userId as Id<'user'>,
          kind,
          percent: shareOf(percent, locale.lang),
          ...(role.trim() && { role: role.trim() }),
        }));
        if (splits.some(({ userId }) => !userId)) return say.noColleague;
        if (splits.some(({ percent }) => !(percent > 0))) return say.notAShare;
        return { command: setSplits({ id: deal.id, splits }), told: say.saved(say.team) };
      },
    });
  }

  #renderDraft(draft: Draft, index: number, users: readonly User[], remove: () => void): TemplateResult {
    const say = this.#say;
    const draw = (): void => this.#host.requestUpdate();
    const of = (
      name: string,
      label: string,
    ): { readonly id: string; readonly label: string; readonly name: string } => ({
      id: `split-${name}-${draft.key}`,
      label,
      name,
    });
    const who = {
      ...of('user', say.colleague),
      value: draft.userId,
      choices: users.map(({ id, name }) => ({ value: id, label: name })),
      ...(draft.userId ? {} : { none: '–' }),
      onChange: (chosen: string) => {
        draft.userId = chosen;
        draw();
      },
    };
    const kind = {
      ...of('kind', say.kind),
      value: draft.kind,
      choices: Object.entries(say.splitKinds).map(([value, label]) => ({ value, label })),
      onChange: (chosen: string) => {
        draft.kind = chosen as Split['kind'];
        draw();
      },
    };
    const share = {
      ...of('percent', say.share),
      mode: 'decimal' as const,
      value: draft.percent,
      onInput: (text: string) => {
        draft.percent = text;
        draw();
      },
    };
    const role = {
      ...of('role', say.role),
      value: draft.role,
      longest: 200,
      onInput: (text: string) => {
        draft.role = text;
      },
    };
    const name = users.find(({ id }) => id === draft.userId)?.name ?? this.#host.locale.format.number(index + 1);
    return html`
      <div class="split">
        ${field(who, select(who))}${field(share, input(share))}${field(kind, select(kind))}${field(role, input(role))}
        <button type="button" class="button quiet small square" aria-label=${say.removeColleague(name)} title=${say.removeColleague(name)} @click=${remove}>${icon(trash)}</button>
      </div>
    `;
  }

  #draft(): Draft {
    return { key: this.#keys++, userId: '', kind: 'revenue', percent: '', role: '' };
  }

  get #say(): DealPartSentences {
    return sentencesIn(dealPartMessages, this.#host.locale);
  }
}

const KEY = 'team';

const shareOf = (text: string, lang: string): number => Number(readNumber(text, lang) ?? Number.NaN);

const plainNumber = (value: number, lang: string): string =>
  new Intl.NumberFormat(lang, { useGrouping: false, maximumFractionDigits: 4 }).format(value);

/** A share as it was said: none of its four decimals is rounded away. */
const percentText = (percent: number, lang: string): string =>
  new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 4 }).format(percent / 100);

/** The looks of {@link DealTeam}. */
export const teamStyles = css`
  .credit { display: grid; justify-items: end; white-space: nowrap; }
  .credit > b { font-weight: var(--kith-weight-medium); }
  .splits { display: grid; gap: 12px; }
  .split { display: grid; grid-template-columns: minmax(64px, 0.7fr) minmax(0, 1fr) minmax(0, 1fr) auto; gap: 8px; align-items: end; }
  .split > .field:first-child { grid-column: 1 / 4; }
  .split > .field:nth-child(4) { grid-column: 3 / -1; }
  .split > .button { grid-area: 1 / 4; margin-block-end: calc((var(--kith-control) - var(--kith-control-sm)) / 2); }
  .split + .split { padding-block-start: 12px; border-block-start: 1px solid var(--kith-border); }
  @container (max-width: 420px) { .split { grid-template-columns: minmax(64px, 0.8fr) minmax(0, 1fr) auto; } .split > .field:first-child { grid-column: 1 / 3; } .split > .field:nth-child(3) { grid-column: 2 / -1; } .split > .field:nth-child(4) { grid-column: 1 / -1; } .split > .button { grid-area: 1 / 3; } }
  .split-hand { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .split-sum { margin-inline-start: auto; color: var(--kith-text-muted); }
  .split-sum.off { color: var(--kith-negative-text); }
`;
