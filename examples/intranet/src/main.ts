import '@kith/elements/define';
import './intranet.css';
import { NavigateEvent } from '@kith/elements';
import type { Store } from '@kith/store';
import { html, render, type TemplateResult } from 'lit';
import { fillBook } from './fill-book.js';
import { frame } from './frame.js';
import { offeredFiles, openBook } from './open-book.js';
import { companiesPage } from './pages/companies.js';
import { dataPage } from './pages/data.js';
import { figuresPage } from './pages/figures.js';
import { importPage } from './pages/import.js';
import { boardPage, contactsPage, leadsPage, recordPage, tasksPage } from './pages/records.js';
import { addressOf, type Route, routeOf } from './route.js';
import { wordsIn } from './words.js';

const words = wordsIn(localStorage.getItem('language') ?? document.documentElement.lang);

function show(content: TemplateResult): void {
  render(content, document.body);
}
const notice = (text: string, detail?: string): TemplateResult =>
  html`<main class="notice" role="status"><p>${text}</p>${detail ? html`<p class="subtle">${detail}</p>` : ''}</main>`;

function pageOf(route: Route, store: Store): TemplateResult {
  switch (route.page) {
    case 'board':
      return boardPage(store);
    case 'tasks':
      return tasksPage();
    case 'leads':
      return leadsPage();
    case 'contacts':
      return contactsPage();
    case 'companies':
      return companiesPage(store);
    case 'figures':
      return figuresPage(store);
    case 'import':
      return importPage(store);
    case 'data':
      return dataPage();
    case 'company':
    case 'contact':
    case 'deal':
      return recordPage(route);
  }
}

try {
  show(notice(words.opening));
  const files = await offeredFiles();
  const store = await openBook(files);
  const problems = await fillBook(store, files, (text, detail) => show(notice(text, detail)));
  const draw = (): void =>
    show(
      html`${problems.map((problem) => html`<p class="problem" role="alert">${problem}</p>`)}${frame(routeOf(location.hash), store, pageOf(routeOf(location.hash), store), draw)}`,
    );
  addEventListener('hashchange', draw);
  // An element never touches the address: it says where it would like to go, and the host decides.
  document.addEventListener(NavigateEvent.type, ({ kind, id }) => {
    location.hash = addressOf({ page: kind as 'company' | 'contact' | 'deal', id });
  });
  draw();
} catch (error) {
  show(notice(words.failed, error instanceof Error ? error.message : String(error)));
}
