import { html, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { alert, ban, board } from '../parts/icons/shown.js';
import { emptyState } from '../parts/states.js';
import { absenceMessages } from './absence.messages.js';

/** What stands in place of the board when its rows cannot be read, or not by this person. */
export function failureView(error: unknown, retry: () => void, locale: Locale): TemplateResult {
  const say = sentencesIn(absenceMessages, locale);
  const problem = problemOf(error);
  if (problem.code === 'store/denied' || problem.code.startsWith('permissions/'))
    return emptyState({ icon: ban, title: say.denied, text: say.deniedHow });
  return emptyState({
    icon: alert,
    title: say.failed,
    text: problemText(problem, locale),
    action: html`<button type="button" class="button" @click=${retry}>${say.tryAgain}</button>`,
  });
}

/** What stands there without a pipeline, or with the id of none. */
export function noPipelineView(isNamed: boolean, locale: Locale): TemplateResult {
  const say = sentencesIn(absenceMessages, locale);
  return emptyState(
    isNamed
      ? { icon: alert, title: say.unknownPipeline, text: say.unknownPipelineHow }
      : { icon: board, title: say.noPipeline, text: say.noPipelineHow },
  );
}
