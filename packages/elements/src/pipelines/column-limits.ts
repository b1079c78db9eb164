import type { Money, Stage } from '@kith/core';
import { type AmountLimit, limitedField } from '@kith/core/pipelines';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { icon } from '../parts/icon.js';
import { warning } from '../parts/icons/shown.js';
import type { BoardHost } from './board-host.js';
import type { ColumnTotals } from './column-totals.js';
import { type LimitsSentences, limitsMessages } from './limits.messages.js';

/** What a stage comes to by its amount limit. */
interface HeldAmount {
  readonly limit: AmountLimit;
  readonly held: Money;
  /** Whether there is money in other currencies, which does not count. */
  readonly hasOthers: boolean;
}

/** What a stage comes to by its amount limit; undefined where it has none, or one of money that the board does not add up. */
export function heldAmount({ expected, source }: BoardHost, { id, rules }: Stage): HeldAmount | undefined {
  const limit = rules?.amountLimit;
  if (!limit || limitedField(limit) !== source.amount) return undefined;
  const { currency } = limit.most;
  const groups = expected.filter(({ key: [stageId, of] }) => stageId === id && typeof of === 'string');
  const minor = groups.find(({ key }) => key[1] === currency)?.sums[0] ?? 0;
  return { limit, held: { minor, currency }, hasOthers: groups.some(({ key }) => key[1] !== currency) };
}

/** What columns show of the limits that stages have: `pipeline-board.ts` fetches it when there are some. */
export class ColumnLimits {
  readonly #host: BoardHost;

  constructor(host: BoardHost) {
    this.#host = host;
    addStyles(host, limitStyles);
  }

  /** How many cards there are, and how many there may be. */
  count(count: number, most: number): TemplateResult {
    const { number } = this.#host.locale.format;
    const held = this.#say.limit(number(count), number(most));
    return html`<span class="count limit${lookOf(count, most)}" aria-hidden="true" title=${held}>${number(count)}<i>/${number(most)}</i></span><span class="unseen">${held}</span>`;
  }

  /** How much money there may be, below what there is. */
  amount(stage: Stage): TemplateResult | typeof nothing {
    const found = heldAmount(this.#host, stage);
    if (!found) return nothing;
    const { roundMoney } = this.#host.locale.format;
    const { held, limit, hasOthers } = found;
    const say = this.#say;
    const whole = `${say.limit(roundMoney(held), roundMoney(limit.most))}${hasOthers ? `. ${say.otherCurrencies(held.currency)}` : ''}`;
    return html`<p class="sum number"><span class="count limit${lookOf(held.minor, limit.most.minor)}" aria-hidden="true" title=${whole}>${say.most(roundMoney(limit.most))}</span><span class="unseen">${whole}</span></p>`;
  }

  /** That a stage is full, or holds more than it should, at the top of its cards. */
  notice(stage: Stage, totals: ColumnTotals | undefined): TemplateResult | typeof nothing {
    const { number, roundMoney } = this.#host.locale.format;
    const { limit } = stage.rules ?? {};
    const count = limit && totals ? this.#full(totals.count, limit.most, number, limit.hard === true) : undefined;
    const { held, limit: most, hasOthers } = heldAmount(this.#host, stage) ?? {};
    const inMoney = (minor: number): string => roundMoney({ minor, currency: held?.currency ?? '' });
    const amount = held && most && this.#full(held.minor, most.most.minor, inMoney, most.hard === true);
    const others = amount && hasOthers ? this.#say.otherCurrencies(held.currency) : '';
    return count || amount
      ? html`<p class="over-limit icon-small">${icon(warning)}<span>${[count, amount, others].filter(Boolean).join(' ')}</span></p>`
      : nothing;
  }

  #full(held: number, most: number, write: (value: number) => string, isHard: boolean): string | undefined {
    if (held < most) return undefined;
    return held > most ? this.#say.overLimit(write(most), write(held - most)) : this.#say.atLimit(write(most), isHard);
  }

  get #say(): LimitsSentences {
    return sentencesIn(limitsMessages, this.#host.locale);
  }
}

const lookOf = (held: number, most: number): string => (held > most ? ' over' : held === most ? ' full' : '');

const limitStyles = css`
  .limit { grid-auto-flow: column; }
  .limit > i { font-style: normal; font-weight: 400; }
  .limit:is(.full, .over) { background: var(--kith-warning-subtle); color: var(--kith-warning-text); font-weight: 600; }
  .limit.over { box-shadow: inset 0 0 0 1px currentColor; }
  .sum > .limit { margin-block-start: 2px; }
  .over-limit { display: flex; gap: 8px; align-items: flex-start; padding: 8px 12px 2px; font-size: var(--kith-size-sm); line-height: 1.4; text-wrap: balance; color: var(--kith-warning-text); }
  .over-limit > .icon { margin-block-start: 1.5px; }
`;
