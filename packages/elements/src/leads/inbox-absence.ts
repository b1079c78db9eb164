import { html, type TemplateResult } from 'lit';
import { problemOf } from '../base/problem-text.js';
import { ban } from '../parts/icons/barred.js';
import { warning } from '../parts/icons/shown.js';
import { inbox } from '../parts/icons/tools.js';
import { emptyState } from '../parts/states.js';
import type { InboxHost } from './inbox-host.js';
import { poolOf } from './inbox-place.js';
import type { InboxSentences } from './messages.js';

/** What stands in place of the list: that nobody waits and how somebody comes here, no access, or a failure. */
export function inboxAbsence(host: InboxHost, say: InboxSentences): TemplateResult {
  const { rows, place, status } = host;
  if (rows.status === 'error') {
    const { code } = problemOf(rows.error);
    if (code === 'store/denied' || code.startsWith('permissions/'))
      return html`<div role="status">${emptyState({ icon: ban, title: say.deniedTitle, text: say.deniedText })}</div>`;
    return html`
      <div role="alert">
        ${emptyState({
          icon: warning,
          title: say.failedTitle,
          text: say.failedText,
          action: html`<button type="button" class="button" data-action="retry" @click=${() => rows.retry()}>${say.again}</button>`,
        })}
      </div>
    `;
  }
  const text = place === 'mine' ? say.emptyMine : poolOf(place) ? say.emptyPool : say.emptyOther;
  const showOpen = (): void => {
    host.status = 'open';
  };
  return html`
    <div role="status">
      ${emptyState({
        icon: inbox,
        title: say.emptyTitle,
        text: status === 'open' ? text : undefined,
        action:
          status === 'open'
            ? undefined
            : html`<button type="button" class="button" @click=${showOpen}>${say.showOpen}</button>`,
      })}
    </div>
  `;
}
