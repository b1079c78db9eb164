import { html, type TemplateResult } from 'lit';

/** How safe the data is, and a way to take it along. */
export const dataPage = (): TemplateResult => html`
  <kith-storage-state></kith-storage-state>
  <kith-backup></kith-backup>
`;
