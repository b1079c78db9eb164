import type { Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import { addressOf, type Route } from './route.js';
import { wordsIn } from './words.js';

const PAGES = ['board', 'tasks', 'leads', 'contacts', 'companies', 'figures', 'import', 'data'] as const;
const THEMES = ['auto', 'light', 'dark'] as const;

/** What the person chose for this machine. */
const chosen = {
  theme: localStorage.getItem('theme') ?? 'auto',
  language: localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh-Hans' : 'en'),
};
document.documentElement.dataset['theme'] = chosen.theme;
document.documentElement.lang = chosen.language;

/** The intranet around a page: its head with the way around, and Kith's app with the page in it. */
export function frame(route: Route, store: Store, page: TemplateResult, redraw: () => void): TemplateResult {
  const words = wordsIn(chosen.language);
  const choose = (name: 'theme' | 'language') => (event: Event) => {
    chosen[name] = (event.target as HTMLSelectElement).value;
    localStorage.setItem(name, chosen[name]);
    document.documentElement.dataset['theme'] = chosen.theme;
    document.documentElement.lang = chosen.language;
    redraw();
  };
  return html`
    <header class="host">
      <a class="brand" href=${addressOf({ page: 'board' })}>Nordhav</a>
      <nav aria-label=${words.customers}>
        ${PAGES.map((name) => html`<a href=${addressOf({ page: name })} aria-current=${route.page === name ? 'page' : 'false'}>${words[name]}</a>`)}
      </nav>
      <select aria-label=${words.language} .value=${chosen.language} @change=${choose('language')}>
        <option value="en" ?selected=${chosen.language === 'en'}>English</option>
        <option value="zh-Hans" ?selected=${chosen.language === 'zh-Hans'}>简体中文</option>
      </select>
      <select aria-label=${words.theme} @change=${choose('theme')}>
        ${THEMES.map((theme) => html`<option value=${theme} ?selected=${chosen.theme === theme}>${words.themes[theme]}</option>`)}
      </select>
    </header>
    <kith-app .store=${store}>
      <kith-storage-state quiet class="trouble"></kith-storage-state>
      <main class=${`page on-${route.page}`}>${page}</main>
    </kith-app>
  `;
}
