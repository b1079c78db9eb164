import type { Id } from '@kith/core';
import { activities, deals, pipelines } from '@kith/store';
import type { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import type { Reading } from '../parts/record-state.js';
import type { Entry } from './entry.js';

/** Whether an entry is shown. */
export type Matches = (entry: Entry) => boolean;

const NONE: readonly Entry[] = [];

/** The entries that are no activities: what became of deals, and what became of the record itself. */
export class OtherEntries {
  readonly deal: Live<ReturnType<typeof deals.byId>>;
  readonly #deals: Live<ReturnType<typeof deals.ofCompany>>;
  readonly #pipelines: Live<ReturnType<typeof pipelines.all>>;
  readonly #subject: () => activities.Subject | undefined;
  /** Fetched for a timeline that has deals. */
  readonly moves: Later<Omit<typeof import('./move-view.js') & typeof import('./moves.js'), 'styleMoves'>>;
  /** Fetched for every timeline: it finds out whether the store keeps what is changed. */
  readonly changes: Later<import('./changes.js').Changes>;
  #inputs: readonly unknown[] = [];
  #entries: readonly Entry[] = NONE;

  constructor(host: KithElement, subject: () => activities.Subject | undefined) {
    this.#subject = subject;
    const idOf = (name: string): string | undefined => Reflect.get(Object(subject()), name);
    this.deal = new Live(host, () => {
      const id = idOf('dealId');
      return id === undefined ? undefined : deals.byId(id as Id<'deal'>);
    });
    this.#deals = new Live(host, () => {
      const [contact, company] = [idOf('contactId'), idOf('companyId')];
      if (contact) return deals.ofContact(contact as Id<'contact'>);
      return company ? deals.ofCompany(company as Id<'company'>) : undefined;
    });
    this.#pipelines = new Live(host, () => (this.#hasDeals ? pipelines.all() : undefined));
    this.moves = new Later(host, async () => {
      const [{ movesOf }, { moveEntry, styleMoves }] = await Promise.all([
        import('./moves.js'),
        import('./move-view.js'),
      ]);
      styleMoves(host);
      return { movesOf, moveEntry };
    });
    this.changes = new Later(host, async () => new (await import('./changes.js')).Changes(host, subject));
  }

  get readings(): readonly (Reading & { readonly error: unknown })[] {
    return [this.deal, this.#deals, this.#pipelines];
  }

  /** Whether all of it is there, or will not come. */
  get isReady(): boolean {
    const { value, status } = this.changes;
    return (
      [...this.readings, this.moves].every((part) => part.status !== 'loading') &&
      (value ? value.isReady : status === 'error')
    );
  }

  /** The part that could not be fetched. */
  get missing(): Later<unknown> | undefined {
    return [this.moves, this.changes].find(({ status }) => status === 'error');
  }

  /** Fetches what is needed for the record. */
  fetch(): void {
    if (!this.#subject()) return;
    if (this.#hasDeals && this.moves.status === 'idle') void this.moves.load();
    if (this.changes.status === 'idle') void this.changes.load();
  }

  /** Those that match; the same array as long as they are the same. */
  matching(matches: Matches | undefined): readonly Entry[] {
    const several = this.#deals.value ?? (this.deal.value ? [this.deal.value] : undefined);
    const inputs = [
      several?.[0],
      this.#deals.value,
      this.#pipelines.value,
      this.moves.value,
      this.changes.value?.entries,
      matches,
    ];
    if (inputs.some((input, index) => input !== this.#inputs[index]) || inputs.length !== this.#inputs.length) {
      this.#inputs = inputs;
      const moves = this.moves.value?.movesOf(several ?? [], this.#pipelines.value ?? []) ?? NONE;
      const all = [...moves, ...(this.changes.value?.entries ?? NONE)];
      this.#entries = matches ? all.filter(matches) : all;
    }
    return this.#entries;
  }

  get #hasDeals(): boolean {
    return this.deal.value !== undefined || (this.#deals.value ?? []).length > 0;
  }
}
