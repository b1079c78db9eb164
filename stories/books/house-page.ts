import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { now } from './brevent.js';
import { HOUSE_NAMES, HOUSE_PLAN, type House, openHouse } from './brevent-house.js';
import { styled } from './styled.js';

/** A card over the book of a house with fields, scores, segments and consents, in a frame of so many pixels. */
export const housePage = (
  card: (house: House) => TemplateResult,
  { width, seenBy }: { readonly width?: number; readonly seenBy?: 'office' | 'clerk' } = {},
): TemplateResult => {
  const house = openHouse(seenBy);
  return html`
    <kith-app .store=${house.then(({ store }) => store)} .now=${now} time-zone="Europe/Vienna">
      <div .style=${styled(width ? `max-inline-size: ${width}px` : '')}>${until(house.then(card))}</div>
    </kith-app>
  `;
};

/** A contact's card with everything the house gives it. */
export const houseContact =
  (contact: string, layout: 'auto' | 'compact' | 'full' = 'full') =>
  ({ segments }: House): TemplateResult =>
    html`<kith-contact-card layout=${layout} contact=${contact} .scoring=${[HOUSE_PLAN]} .scoringNames=${HOUSE_NAMES} .segments=${segments}></kith-contact-card>`;
