import type { Id } from '@kith/core';
import type { Lead } from '@kith/core/leads';
import type { Score } from '@kith/core/scoring';
import type { RowsQuery } from '@kith/store';
import { byId, collection as leads } from '@kith/store/leads';
import { modelOf, scoreId, scores } from '@kith/store/scoring';
import { Lookup } from '../base/lookup.js';
import type { RowsAsked } from '../lists/list-rows.js';
import type { InboxHost } from './inbox-host.js';
import { filterOf, orderOf, scoresOf } from './inbox-place.js';

/**
 * The leads of a place in their order. In that of their scores it is the scores that are listed: they know of the lead
 * what it is filtered by, and the leads behind those in sight are looked up.
 */
export class InboxRows {
  readonly #host: InboxHost;
  readonly #scored: Lookup<Lead>;

  constructor(host: InboxHost) {
    this.#host = host;
    this.#scored = new Lookup(host, (id: string) => byId(id as Id<'lead'>));
  }

  /** What is listed. */
  get asked(): RowsAsked {
    const { plan } = this.#host;
    if (!plan || !this.#isByScore) return { ...this.leads, group: undefined };
    return {
      collection: scores,
      where: scoresOf(this.leads.where, modelOf(plan)),
      order: [['points', 'desc']],
      group: undefined,
    };
  }

  /** The leads themselves, whatever they are sorted by. */
  get leads(): Required<Pick<RowsQuery<Lead>, 'collection' | 'where' | 'order'>> {
    const { place, status, sort, actor } = this.#host;
    return { collection: leads, where: filterOf(place, status, actor), order: orderOf(place, sort) };
  }

  /** Where a lead stands; -1 where that is not known. */
  itemOf(id: string): number {
    const { plan, rows } = this.#host;
    return rows.itemOfId(plan && this.#isByScore ? scoreId(plan, id) : id);
  }

  /** The lead at a place, once it is known. */
  leadAt(item: number): Lead | undefined {
    const { rows } = this.#host;
    return this.#isByScore
      ? this.#scored.get(this.idAt(item))
      : (rows.rowAt(rows.layout.placeOf(item)) as Lead | undefined);
  }

  /** The id of the lead at a place, once it is known. */
  idAt(item: number): string | undefined {
    const { rows } = this.#host;
    return rows.layout.items > item ? this.#idOf(rows.rowAt(rows.layout.placeOf(item))) : undefined;
  }

  /** The id of the lead after another one, or before it; read where it is not in sight. */
  async neighbour(id: string | undefined, by: 1 | -1): Promise<string | undefined> {
    const { rows } = this.#host;
    const at = id === undefined ? -by : this.itemOf(id);
    const to = at < 0 && id !== undefined ? 0 : at + by;
    if (to < 0 || to >= rows.layout.items) return undefined;
    return this.idAt(to) ?? this.#idOf((await rows.between(to, to))[0]);
  }

  get #isByScore(): boolean {
    return this.#host.sort === 'score' && this.#host.sortsByScore;
  }

  #idOf(row: { readonly id: string } | undefined): string | undefined {
    return row && (this.#isByScore ? (row as Score).subjectId : row.id);
  }
}
