import { type Pipeline } from '@kith/core';
import { pipelines, type Store } from '@kith/store';
import { html, type TemplateResult } from 'lit';
import type { Route } from '../route.js';
import { watching } from '../watching.js';

/** The board of the first pipeline there is. */
export const boardPage = (store: Store): TemplateResult =>
  html`${watching(store, pipelines.all(), ([pipeline]: readonly Pipeline[]) =>
    pipeline
      ? html`<kith-pipeline-board pipeline=${pipeline.id}></kith-pipeline-board>`
      : html`<kith-pipeline-board></kith-pipeline-board>`,
  )}`;

/** What whoever is signed in has to do, by when it is due. */
export const tasksPage = (): TemplateResult => html`<kith-task-list></kith-task-list>`;

/** The leads that wait, and what is to be known of the one that is open. */
export const leadsPage = (): TemplateResult => html`<kith-lead-inbox></kith-lead-inbox>`;

/** Everybody, in a list that remembers how it was arranged. */
export const contactsPage = (): TemplateResult =>
  html`<kith-contact-list keep="contacts" saves-views></kith-contact-list>`;

/** One company, person or deal. */
export function recordPage({ page, id }: Extract<Route, { id: string }>): TemplateResult {
  switch (page) {
    case 'company':
      return html`<kith-company-card company=${id}></kith-company-card>`;
    case 'contact':
      return html`<kith-contact-card contact=${id}></kith-contact-card>`;
    case 'deal':
      return html`<kith-deal-panel deal=${id}></kith-deal-panel>`;
  }
}
