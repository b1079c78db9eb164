import { KithError, type Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { now } from './brevent.js';
import { styled } from './styled.js';
import { openTaskBook, type TaskBookOptions } from './tasks.js';

/** How the list of a story is shown. */
export interface TaskPageOptions extends TaskBookOptions {
  readonly width?: number;
  readonly book?: 'open' | 'loading' | 'unreachable' | 'forbidden';
}

/** A list of tasks in a frame of so many pixels. */
export const taskPage = (
  element: TemplateResult,
  { width = 720, book = 'open', ...options }: TaskPageOptions = {},
): TemplateResult => html`
  <kith-app .store=${openBook(book, options)} .now=${now} time-zone="Europe/Vienna">
    <div .style=${styled(`max-inline-size: ${width}px`)}>${element}</div>
  </kith-app>
`;

async function openBook(book: NonNullable<TaskPageOptions['book']>, options: TaskBookOptions): Promise<Store> {
  if (book === 'loading') return new Promise<Store>(() => {});
  const store = await openTaskBook(options);
  if (book === 'open') return store;
  const code = book === 'forbidden' ? 'store/denied' : 'store/unavailable';
  const fail = (): Promise<never> => Promise.reject(new KithError(code, 'The server did not answer.'));
  return { ...store, storage: { ...store.storage, adapter: { ...store.storage.adapter, query: fail } } };
}
