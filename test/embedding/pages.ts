import { html, type TemplateResult } from 'lit';
import { breventPage } from '../../stories/books/brevent-page.js';
import { peoplePage } from '../../stories/books/people-page.js';
import { PAGES } from '../elements/themes/pages.js';

/** Every element of the manifest with something in it; each new one has to join, or EM1 names it. */
export const EMBEDDED: Readonly<Record<string, () => TemplateResult>> = {
  ...PAGES,
  'contact list': () => peoplePage({ count: 40 }),
  list: () => breventPage(html`<kith-list of="company"></kith-list>`),
  backup: () => breventPage(html`<kith-backup></kith-backup>`),
  'state of the storage': () => breventPage(html`<kith-storage-state></kith-storage-state>`),
};
