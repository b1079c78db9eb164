import { html, type TemplateResult } from 'lit';
import { sentencesIn } from '../base/locale.js';
import { problemOf } from '../base/problem-text.js';
import { ban } from '../parts/icons/barred.js';
import { search } from '../parts/icons/heads.js';
import { check, warning } from '../parts/icons/shown.js';
import { emptyState } from '../parts/states.js';
import { taskListMessages } from './messages.js';
import type { TaskHost } from './task-host.js';

/** What stands in place of tasks: a failure, no access, nothing that matches, or nothing to do. */
export function taskAbsence(host: TaskHost): TemplateResult {
  const say = sentencesIn(taskListMessages, host.locale);
  const { rows } = host;
  const button = (label: string, run: () => void): TemplateResult =>
    html`<button type="button" class="button" @click=${run}>${label}</button>`;
  if (rows.status === 'error') {
    const { code } = problemOf(rows.error);
    const isDenied = code === 'store/denied' || code.startsWith('permissions/');
    const state = isDenied
      ? { icon: ban, title: say.deniedTitle, text: say.deniedText }
      : {
          icon: warning,
          title: say.failedTitle,
          text: say.failedText,
          action: button(say.again, () => rows.retry()),
        };
    return html`<div class="state" role=${isDenied ? 'status' : 'alert'}>${emptyState(state)}</div>`;
  }
  const isWhole = Object.values(host.filter).every((value) => value === undefined || value === '');
  const state = isWhole
    ? { icon: check, title: say.doneTitle, text: say.doneText }
    : {
        icon: search,
        title: say.noMatchTitle,
        text: say.noMatchText,
        action: button(say.showAll, () => host.narrow({})),
      };
  return html`<div class="state">${emptyState(state)}</div>`;
}
