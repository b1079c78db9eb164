import type { Company, Id } from '@kith/core';
import type { Store } from '@kith/store';
import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { LiveHost } from '../base/live.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { icon } from '../parts/icon.js';
import { alert } from '../parts/icons/shown.js';
import { panel } from '../parts/panel.js';
import { recordLink } from '../parts/record-link.js';
import { sums } from '../parts/sums.js';
import { companyPanelMessages } from './panels.messages.js';
import { type CompanyGroup, readGroup } from './read-group.js';
import { type CompanyNode, countOf } from './tree.js';

/** What the group hinges on. */
const WATCHED: readonly string[] = ['companies', 'deals'];

/** The group that a company belongs to as a tree, read anew whenever companies or deals change. */
export class GroupPanel implements ReactiveController {
  readonly #host: LiveHost;
  readonly #id: () => Id<'company'> | undefined;
  #group: CompanyGroup | undefined;
  #hasFailed = false;
  #asked: readonly [id?: Id<'company'> | undefined, store?: Store | undefined] = [];
  #end: (() => void) | undefined;
  /** A change that comes while the group is read has it read once more. */
  #isReading = false;
  #isStale = false;

  constructor(host: LiveHost, id: () => Id<'company'> | undefined) {
    this.#host = host;
    this.#id = id;
    host.addController(this);
  }

  hostUpdate(): void {
    const id = this.#id();
    const store = this.#host.activeStore;
    if (id === this.#asked[0] && store === this.#asked[1]) return;
    this.hostDisconnected();
    this.#asked = [id, store];
    if (!id || !store) return;
    const subscription = store.changes$.subscribe(({ changes, isIncomplete }) => {
      if (isIncomplete || changes.some(({ collection }) => WATCHED.includes(collection))) this.#read();
    });
    this.#end = () => subscription.unsubscribe();
    this.#read();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = undefined;
    this.#group = undefined;
    this.#hasFailed = false;
    this.#asked = [];
  }

  /** The tree; nothing for a company that stands alone. */
  render(company: Company, locale: Locale): TemplateResult | typeof nothing {
    const say = sentencesIn(companyPanelMessages, locale);
    if (this.#hasFailed) {
      const body = html`<p class="panel-note icon-small">${icon(alert)} ${say.groupFailed}</p>`;
      return panel({ title: say.group, part: 'group', body });
    }
    const group = this.#group;
    if (!group || group.root.subsidiaries.length === 0) return nothing;
    return panel({
      title: say.group,
      part: 'group',
      count: locale.format.number(countOf(group.root)),
      end: html`<span class="small subtle">${say.openWithSubsidiaries}</span>`,
      body: html`
        <ul class="group-tree">${renderNode(group.root, company.id, locale)}</ul>
        ${group.isCut ? html`<p class="panel-note">${say.groupCut}</p>` : nothing}
      `,
    });
  }

  #read(): void {
    this.#isStale = true;
    if (!this.#isReading) void this.#readAll();
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    while (this.#isStale) {
      this.#isStale = false;
      const asked = this.#asked;
      const [id, store] = asked;
      if (!id || !store) break;
      const group = await readGroup(store, id).then(
        (found) => ({ found }),
        () => undefined,
      );
      // Somebody asks for another company meanwhile, or of another store: that one is read next.
      if (this.#asked !== asked) continue;
      this.#hasFailed = group === undefined;
      this.#group = group?.found;
      this.#host.requestUpdate();
    }
    this.#isReading = false;
  }
}

function renderNode(node: CompanyNode, currentId: string, locale: Locale): TemplateResult {
  const { company, all, subsidiaries } = node;
  const say = sentencesIn(companyPanelMessages, locale);
  const isCurrent = company.id === currentId;
  return html`
    <li aria-current=${isCurrent ? 'true' : nothing}>
      <div class="group-row">
        <div class="grow">
          ${isCurrent ? html`<b><bdi>${company.name}</bdi></b>` : recordLink('company', company.id, company.name, 'title')}
          <p class="small subtle">${say.openDealsOf(all.openCount)}</p>
        </div>
        ${all.open.length === 0 ? html`<span class="subtle">–</span>` : sums(all.open, locale.format)}
      </div>
      ${subsidiaries.length === 0 ? nothing : html`<ul>${subsidiaries.map((each) => renderNode(each, currentId, locale))}</ul>`}
    </li>
  `;
}

/** The looks of the tree. */
export const groupStyles = css`
  .group-tree { padding: 0 16px 8px; }
  .group-tree ul { margin-inline-start: 6px; padding-inline-start: 14px; border-inline-start: 1px solid var(--kith-border); }
  .group-row { display: flex; gap: 12px; align-items: flex-start; padding: 6px 8px; margin-inline: -8px; border-radius: var(--kith-radius-md); }
  .group-tree [aria-current] > .group-row { background: var(--kith-accent-subtle); }
  .group-tree b { font-weight: var(--kith-weight-strong); }
  .group-row .sums { font-weight: var(--kith-weight-medium); }
`;
