/** Where in the intranet the person is; it stands behind the # of the address. */
export type Route =
  | { readonly page: 'board' | 'tasks' | 'leads' | 'contacts' | 'companies' | 'figures' | 'import' | 'data' }
  | { readonly page: 'company' | 'contact' | 'deal'; readonly id: string };

const PAGES = ['board', 'tasks', 'leads', 'contacts', 'companies', 'figures', 'import', 'data'] as const;
const RECORDS = ['company', 'contact', 'deal'] as const;

/** Reads an address; one that leads nowhere leads to the board. */
export function routeOf(hash: string): Route {
  const [name = '', id = ''] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  const record = RECORDS.find((page) => page === name);
  if (record && id) return { page: record, id };
  return { page: PAGES.find((page) => page === name) ?? 'board' };
}

/** The address of a place. */
export const addressOf = (route: Route): string =>
  'id' in route ? `#/${route.page}/${encodeURIComponent(route.id)}` : `#/${route.page}`;
