import { KithList } from './list.js';
import { contactSource, type ListSource } from './source.js';

/**
 * People in a grid: `<kith-list>` that knows what it lists.
 *
 * @tag kith-contact-list
 */
export class KithContactList extends KithList {
  static override readonly tag = 'contact-list';

  override source: ListSource | undefined = contactSource;
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-contact-list': KithContactList;
  }
}
