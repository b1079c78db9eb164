import type { Money } from '@kith/core';
import { html, type TemplateResult } from 'lit';
import type { Format } from '../base/format.js';

/** Amounts in several currencies, one below the other: they are never added. A dash where there is none. */
export const sums = (amounts: readonly Money[], format: Format): TemplateResult =>
  amounts.length === 0
    ? html`<span class="sums subtle">–</span>`
    : html`<span class="sums">${amounts.map((amount) => html`<span>${format.money(amount)}</span>`)}</span>`;
