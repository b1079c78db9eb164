import type { KithLeadInbox } from '@kith/elements';
import { KithError, type Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { throwError } from 'rxjs';
import { now } from './brevent.js';
import { withOutage } from './outage.js';
import { styled } from './styled.js';
import { LEAD_RULES, type LeadsOptions, leadPlan, OFFICE_HOURS, openLeadsBook } from './waiting-leads.js';

/** How an inbox is shown in a story. */
export interface LeadsPageOptions
  extends LeadsOptions,
    Partial<Pick<KithLeadInbox, 'place' | 'sort' | 'status' | 'lead'>> {
  readonly width?: number;
  readonly book?: 'open' | 'loading' | 'unreachable' | 'forbidden';
}

/** An inbox of leads in a frame of so many pixels. */
export const leadsPage = ({
  width,
  book = 'open',
  place = 'mine',
  sort = 'waiting',
  status = 'open',
  lead,
  ...options
}: LeadsPageOptions = {}): TemplateResult => html`
  <kith-app .store=${openBook(book, options)} .now=${now} time-zone="Europe/Vienna">
    <div .style=${styled(width ? `max-inline-size: ${width}px` : '')}>
      <kith-lead-inbox .place=${place} .sort=${sort} .status=${status} .lead=${lead} .plan=${leadPlan} .names=${LEAD_RULES} .workingTime=${OFFICE_HOURS} .style=${styled('block-size: 720px')}></kith-lead-inbox>
    </div>
  </kith-app>
`;

async function openBook(book: NonNullable<LeadsPageOptions['book']>, options: LeadsOptions): Promise<Store> {
  if (book === 'loading') return new Promise<Store>(() => {});
  const store = await openLeadsBook(options);
  if (book === 'open') return store;
  const error = new KithError(
    book === 'forbidden' ? 'store/denied' : 'store/unavailable',
    'The server did not answer.',
  );
  const fail = (): Promise<never> => Promise.reject(error);
  const broken =
    book === 'unreachable' ? withOutage(store) : { ...store, watch: (() => throwError(() => error)) as Store['watch'] };
  return { ...broken, storage: { ...store.storage, adapter: { ...store.storage.adapter, query: fail } } };
}
