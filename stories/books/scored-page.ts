import type { KithScoreExplain } from '@kith/elements';
import type { Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { throwError } from 'rxjs';
import { now } from './brevent.js';
import { withOutage } from './outage.js';
import { openScoredBook, RULE_NAMES } from './scored.js';
import { styled } from './styled.js';

/** How an explanation is shown in a story. */
export interface ScoredPageOptions extends Partial<Pick<KithScoreExplain, 'layout' | 'refusal' | 'takesByHand'>> {
  readonly width?: number;
  readonly book?: 'open' | 'loading' | 'unreachable' | 'forbidden';
}

/** Why somebody has a score, in a frame of so many pixels. */
export const scoredPage = (
  plan: KithScoreExplain['plan'],
  subject: string,
  { width = 420, book = 'open', layout = 'auto', refusal, takesByHand = false }: ScoredPageOptions = {},
): TemplateResult => html`
  <kith-app .store=${openBook(book)} .now=${now} time-zone="Europe/Vienna">
    <div .style=${styled(`max-inline-size: ${width}px`)}>
      <kith-score-explain .plan=${plan} .subject=${subject} .layout=${layout} .refusal=${refusal} .takesByHand=${takesByHand} .names=${RULE_NAMES}></kith-score-explain>
    </div>
  </kith-app>
`;

async function openBook(book: NonNullable<ScoredPageOptions['book']>): Promise<Store> {
  if (book === 'loading') return new Promise<Store>(() => {});
  const store = await openScoredBook();
  if (book === 'open') return store;
  if (book === 'unreachable') return withOutage(store);
  const denied = Object.assign(new Error('No right to read scores.'), { code: 'store/denied' });
  return { ...store, watch: (() => throwError(() => denied)) as Store['watch'] };
}
