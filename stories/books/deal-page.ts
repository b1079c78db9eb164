import { html, type TemplateResult } from 'lit';
import { now } from './brevent.js';
import { type DealBookOptions, openDealBook } from './deal-book.js';
import { styled } from './styled.js';

/** The panel of a deal that is told in full, in a frame of so many pixels. */
export const dealPage = ({
  width,
  ...options
}: DealBookOptions & { readonly width?: number } = {}): TemplateResult => html`
  <kith-app .store=${openDealBook(options)} .now=${now} time-zone="Europe/Vienna">
    <div .style=${styled(width ? `max-inline-size: ${width}px` : '')}>
      <kith-deal-panel deal="deal_clienteling"></kith-deal-panel>
    </div>
  </kith-app>
`;
