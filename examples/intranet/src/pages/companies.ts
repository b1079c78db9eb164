import type { Company } from '@kith/core';
import { companies, type Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { addressOf } from '../route.js';
import { watching } from '../watching.js';
import { wordsIn } from '../words.js';

let sought = '';

/** Every company by name: the host's own list, over a live query of the store. */
export function companiesPage(store: Store): TemplateResult {
  return html`${watching(store, companies.all(), (all) => list(all))}`;
}

function list(all: readonly Company[]): TemplateResult {
  const words = wordsIn(document.documentElement.lang);
  const filter = (event: Event): void => {
    sought = (event.target as HTMLInputElement).value.trim().toLocaleLowerCase();
    for (const item of document.querySelectorAll<HTMLElement>('.companies li'))
      item.hidden = !fits(item.dataset['name'] ?? '');
    const none = document.querySelector<HTMLElement>('.companies .none');
    if (none) none.hidden = all.some((company) => fits(company.name));
  };
  const fits = (name: string): boolean => name.toLocaleLowerCase().includes(sought);
  return html`
    <section class="companies">
      <input type="search" aria-label=${words.search} placeholder=${words.search} .value=${sought} @input=${filter} />
      <ul>
        ${all.map(
          (company) => html`<li data-name=${company.name} ?hidden=${!fits(company.name)}>
            <a href=${addressOf({ page: 'company', id: company.id })}><bdi>${company.name}</bdi></a>
            <span class="subtle"><bdi>${company.industry ?? ''}</bdi></span>
            <span class="subtle end"><bdi>${company.addresses?.[0]?.city ?? company.addresses?.[0]?.country ?? ''}</bdi></span>
          </li>`,
        )}
      </ul>
      <p class="none subtle" ?hidden=${all.some((company) => fits(company.name))}>${words.noCompanies}</p>
    </section>
  `;
}
