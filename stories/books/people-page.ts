import type { ListFilter, ListView, NamedView } from '@kith/elements';
import { KithError, type Store } from '@kith/store';
import { create, collection as listViews } from '@kith/store/list-views';
import { html, type TemplateResult } from 'lit';
import { now } from './brevent.js';
import { openPeopleBook, PEOPLE_COLUMNS } from './people.js';
import { styled } from './styled.js';

/** How the list of a story is shown. */
export interface PeoplePageOptions {
  readonly count?: number;
  readonly width?: number;
  readonly view?: ListView;
  readonly views?: readonly NamedView[];
  readonly book?: 'open' | 'loading' | 'unreachable' | 'forbidden';
}

/** Filters of a story: customers and leads nobody has spoken to since the first of October. */
export const QUIET: readonly ListFilter[] = [
  { path: 'lifecycleStage', is: 'any', values: ['customer', 'lead'] },
  { path: 'customFields.lastContact', is: 'days', to: '2026-10-01' as never },
];

/** A list of people in a frame of so many pixels. */
export const peoplePage = ({
  count = 1_284,
  width,
  view = {},
  views = [],
  book = 'open',
}: PeoplePageOptions = {}): TemplateResult => html`
  <kith-app .store=${openBook(book, count)} .now=${now} time-zone="Europe/Vienna">
    <div .style=${styled(width ? `max-inline-size: ${width}px` : '')}>
      <kith-contact-list saves-views .columns=${PEOPLE_COLUMNS} .view=${view} .views=${views} .style=${styled('block-size: 720px')}>
        <button slot="empty" type="button" class="of-the-page">Import contacts</button>
      </kith-contact-list>
    </div>
  </kith-app>
`;

async function openBook(book: NonNullable<PeoplePageOptions['book']>, count: number): Promise<Store> {
  if (book === 'loading') return new Promise<Store>(() => {});
  const store = await openPeopleBook(count, [listViews]);
  if (count > 0)
    await store.run({
      ...create({ list: 'contact', name: 'Buyers going quiet', view: { filters: QUIET } }),
      history: 'none',
    });
  if (book === 'open') return store;
  const code = book === 'forbidden' ? 'store/denied' : 'store/unavailable';
  const fail = (): Promise<never> => Promise.reject(new KithError(code, 'The server did not answer.'));
  return { ...store, storage: { ...store.storage, adapter: { ...store.storage.adapter, query: fail, count: fail } } };
}
