import type { Deal, Money } from '@kith/core';
import { type HouseValue, withDetails } from '@kith/core/deals';
import { convertOn } from '@kith/core/rates';
import { keepHouseValue } from '@kith/store/deals';
import { all, ofHouse } from '@kith/store/rates';
import { css, html, nothing, type TemplateResult } from 'lit';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import type { RowSight } from '../records/sight.js';
import type { DealHost } from './deal-host.js';
import { carryOut } from './part-form.js';
import { type DealPartSentences, dealPartMessages } from './parts.messages.js';

/** What a deal comes to in the currency of the house, with the rate: that of today while it is open, the kept one once it is won. */
export class HouseAmount {
  readonly #host: DealHost;
  readonly #house: Live<ReturnType<typeof ofHouse>>;
  readonly #rates: Live<ReturnType<typeof all>>;

  constructor(host: DealHost, deal: () => Deal | undefined) {
    this.#host = host;
    this.#house = new Live(host, () => ofHouse());
    // A deal in the currency of the house needs no rate, nor does a value that was kept.
    this.#rates = new Live(host, () => {
      const now = deal();
      const house = this.#house.value?.currency;
      return now?.amount && house && now.amount.currency !== house && !withDetails(now).houseValue ? all() : undefined;
    });
  }

  /** Below the amount or value; nothing where that is in the currency of the house, or there is none. */
  render(deal: Deal, sight: RowSight): TemplateResult | typeof nothing {
    const { houseValue } = withDetails(deal);
    if (deal.status === 'lost') return nothing;
    if (houseValue) return this.#renderKept(deal, houseValue, sight);
    const amount = deal.status === 'won' ? deal.actualValue : deal.amount;
    const house = this.#house.value?.currency;
    const rates = this.#rates.value;
    if (!amount || !house || !rates || amount.currency === house) return nothing;
    const say = this.#say;
    const { format } = this.#host.locale;
    const day = (deal.status === 'won' && deal.actualCloseDay) || format.today();
    const converted = convertOn(amount, house, day, rates);
    if (!converted.ok) return html`<span class="note house"><bdi>${say.noRate(amount.currency, house)}</bdi></span>`;
    const keep = (): void =>
      void carryOut(this.#host, { command: keepHouseValue({ id: deal.id }), told: say.rateTaken });
    return html`
      ${this.#renderAmount(converted.value.amount, converted.value.rates)}
      ${deal.status === 'won' && sight.edits('houseValue') ? html`<button type="button" class="button small house-keep" @click=${keep}>${say.takeRate}</button>` : nothing}
    `;
  }

  #renderKept(deal: Deal, { amount, rates }: HouseValue, sight: RowSight): TemplateResult | typeof nothing {
    // Won in the currency of the house, it is what stands above.
    if (rates.length === 0 || !sight.sees('houseValue')) return nothing;
    return html`${this.#renderAmount(amount, rates)}<span class="note house">${this.#say.frozen}${deal.actualCloseDay ? html`, ${this.#host.locale.format.day(deal.actualCloseDay)}` : nothing}</span>`;
  }

  #renderAmount(amount: Money, rates: HouseValue['rates']): TemplateResult {
    const { format, lang } = this.#host.locale;
    // A rate is told as it was entered, with all its digits.
    const rate = new Intl.NumberFormat(lang, { maximumSignificantDigits: 10 });
    return html`
      <span class="note house"><bdi>≈ ${format.money(amount)}</bdi></span>
      ${rates.map((each) => html`<span class="note house rate"><bdi>1 ${each.from} = ${rate.format(each.rate)} ${each.to}</bdi> · <bdi>${format.day(each.day)}</bdi></span>`)}
    `;
  }

  get #say(): DealPartSentences {
    return sentencesIn(dealPartMessages, this.#host.locale);
  }
}

/** The looks of {@link HouseAmount}. */
export const houseAmountStyles = css`
  .figures .note.house:first-of-type { color: var(--kith-text-muted); }
  .figures .rate { white-space: normal; }
  .house-keep { margin-block-start: 4px; }
`;
