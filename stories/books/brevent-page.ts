import { KithError, type Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { type BreventOptions, now, openBreventBook } from './brevent.js';
import { withOutage } from './outage.js';
import { styled } from './styled.js';

/** How the book is opened for a story. */
export type BookState = 'open' | 'loading' | 'unreachable' | 'forbidden';

/** An element over the book of Maison Brévent, in a frame of so many pixels. */
export const breventPage = (
  element: TemplateResult,
  { width, book = 'open', ...options }: BreventOptions & { readonly width?: number; readonly book?: BookState } = {},
): TemplateResult => html`
  <kith-app .store=${openBook(book, options)} .now=${now} time-zone="Europe/Vienna">
    <div .style=${styled(width ? `max-inline-size: ${width}px` : '')}>${element}</div>
  </kith-app>
`;

async function openBook(book: BookState, options: BreventOptions): Promise<Store> {
  if (book === 'loading') return new Promise<Store>(() => {});
  const store = await openBreventBook(options);
  if (book === 'forbidden') {
    const deny = (): Promise<never> => Promise.reject(new KithError('store/denied', 'Not for you.'));
    return { ...store, storage: { ...store.storage, adapter: { ...store.storage.adapter, query: deny } } };
  }
  return book === 'unreachable' ? withOutage(store) : store;
}
