import { type Command, KithError, type Query, type Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { throwError } from 'rxjs';
import { openFieldsBook } from './fields-book.js';
import { now } from './sales.js';
import { styled } from './styled.js';

/** How a page of the house is set. */
export interface FieldsPageOptions {
  readonly book?: 'open' | 'empty' | 'loading' | 'unreachable' | 'forbidden' | 'read-only';
  /** How wide the page is, in pixels. */
  readonly width?: number;
}

/** A page of the house with an element on it. */
export const fieldsPage = (
  content: TemplateResult,
  { book = 'open', width }: FieldsPageOptions = {},
): TemplateResult => html`
  <kith-app .store=${openBook(book)} .now=${now} time-zone="Europe/Vienna">
    <div .style=${styled(width ? `max-inline-size: ${width}px` : '')}>${content}</div>
  </kith-app>
`;

async function openBook(book: NonNullable<FieldsPageOptions['book']>): Promise<Store> {
  if (book === 'loading') return new Promise<Store>(() => {});
  return withTrouble(await openFieldsBook({ isEmpty: book === 'empty' }), book);
}

/** A store whose storage cannot be reached, or that lets nobody look or change. */
export function withTrouble(store: Store, trouble: NonNullable<FieldsPageOptions['book']>): Store {
  if (trouble === 'read-only') {
    const problem = { code: 'permissions/not-allowed', message: 'You may not change this.' };
    const refused = (async (_: Command<unknown>) => ({ ok: false, problem })) as unknown as Store['run'];
    return { ...store, run: refused, can: refused };
  }
  if (trouble !== 'unreachable' && trouble !== 'forbidden') return store;
  const error =
    trouble === 'forbidden'
      ? new KithError('store/denied', 'You may not see this.')
      : new KithError('store/unavailable', 'The storage cannot be reached.');
  return { ...store, watch: ((_: Query) => throwError(() => error)) as Store['watch'] };
}
