import { html, type TemplateResult } from 'lit';
import { breventPage } from '../../../stories/books/brevent-page.js';
import { fieldsPage } from '../../../stories/books/fields-page.js';
import { leadsPage } from '../../../stories/books/leads-page.js';
import { peoplePage } from '../../../stories/books/people-page.js';
import { pipelinePage } from '../../../stories/books/pipeline-page.js';
import { PIPELINE } from '../../../stories/books/sales.js';
import { salesPage } from '../../../stories/books/sales-page.js';
import { rulePlan, SCORED } from '../../../stories/books/scored.js';
import { scoredPage } from '../../../stories/books/scored-page.js';
import { taskPage } from '../../../stories/books/task-page.js';

/** Each element with something in it, as its first story shows it. */
export const PAGES: Readonly<Record<string, () => TemplateResult>> = {
  'contact card': () => breventPage(html`<kith-contact-card layout="full" contact="contact_lea"></kith-contact-card>`),
  'compact contact card': () =>
    breventPage(html`<kith-contact-card layout="compact" contact="contact_lea"></kith-contact-card>`),
  'company card': () => breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`),
  'deal panel': () => breventPage(html`<kith-deal-panel deal="deal_clienteling"></kith-deal-panel>`),
  timeline: () => breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`),
  'explanation of a score': () => scoredPage(rulePlan, SCORED.lea),
  'task list': () => taskPage(html`<kith-task-list></kith-task-list>`),
  'lead inbox': () => leadsPage({ lead: 'lead_lea' }),
  list: () => peoplePage({ count: 200 }),
  board: () => salesPage(html`<kith-pipeline-board pipeline=${PIPELINE}></kith-pipeline-board>`),
  'pipeline editor': () => pipelinePage(),
  'field editor': () => fieldsPage(html`<kith-field-editor of="deal"></kith-field-editor>`),
};
