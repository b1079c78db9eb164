import type { TallyGroup } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { select } from '../parts/controls.js';
import { intoSight } from '../parts/into-sight.js';
import type { InboxHost } from './inbox-host.js';
import { countIn, type InboxPlace, type InboxSort, type InboxStatus, placeOf } from './inbox-place.js';
import type { InboxSentences } from './messages.js';

/** Where somebody goes from the head of the inbox. */
export interface InboxWay {
  readonly place?: InboxPlace;
  readonly status?: InboxStatus;
  readonly sort?: InboxSort;
}

/** What the head of the inbox needs to know. */
interface TopOptions {
  readonly say: InboxSentences;
  /** How many leads there are, by place and status; undefined while they are counted. */
  readonly groups: readonly TallyGroup[] | undefined;
  readonly go: (to: InboxWay) => void;
}

/** The places, and which leads of them in which order, with their counts. */
export function inboxTop(host: InboxHost, { say, groups, go }: TopOptions): TemplateResult {
  const { actor, pools, place: current, status, sort, sortsByScore, locale } = host;
  const { format } = locale;
  const place = (id: InboxPlace, label: string): TemplateResult => {
    const count = groups && countIn(groups, id, status, actor);
    return html`<button type="button" class="place" ${intoSight(id === current, count)} data-place=${id} aria-pressed=${id === current ? 'true' : 'false'} @click=${() => go({ place: id })}><bdi>${label}</bdi>${count === undefined ? nothing : html`<span class="count number">${format.number(count)}</span>`}</button>`;
  };
  const statuses = [
    'open',
    ...(host.fieldsOf('lead').find(({ path }) => path === 'status')?.options ?? []).map(({ value }) => value),
  ];
  const choices = (statuses as InboxStatus[]).map((value) => {
    const count = groups && countIn(groups, current, value, actor);
    const label = value === 'open' ? say.open : statusLabel(host, value);
    return { value, label: count === undefined ? label : `${label} (${format.number(count)})` };
  });
  const sorts = Object.entries(say.sorts)
    .filter(([value]) => value !== 'score' || sortsByScore)
    .map(([value, label]) => ({ value, label }));
  return html`
    <div class="places" role="group" data-strip aria-label=${say.places}>
      ${place('mine', say.mine)}${place('unassigned', say.unassigned)}${pools.map((pool) => place(placeOf(pool), pool.name))}${place('all', say.all)}
    </div>
    <div class="top-end">
      ${select({ id: 'status', label: say.status, isBare: true, value: status, choices, onChange: (value) => go({ status: value as InboxStatus }) })}
      ${select({ id: 'sort', label: say.sort, isBare: true, value: sort, choices: sorts, onChange: (value) => go({ sort: value as InboxSort }) })}
    </div>
  `;
}

/** What a status is called. */
export function statusLabel(host: Pick<InboxHost, 'fieldsOf' | 'locale'>, status: string): string {
  const field = host.fieldsOf('lead').find(({ path }) => path === 'status');
  const option = field?.options?.find(({ value }) => value === status);
  return option ? labelOf({ name: option.value, labels: option.labels }, host.locale) : status;
}
