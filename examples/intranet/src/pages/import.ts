import type { Import } from '@kith/core/imports';
import type { RowsQuery, Store } from '@kith/store';
import { imports, revertImport } from '@kith/store/imports';
import { html, nothing, render, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { chosenFile, importFiles, type MappedFile, mapFiles, type Outcome } from '../imports/import-files.js';
import { watching } from '../watching.js';
import { wordsIn } from '../words.js';

const journal: RowsQuery<Import> = { ask: 'rows', collection: imports, order: [['startedAt', 'desc']] };

/** Choose files, see what would happen, import, and take an import back. */
export function importPage(store: Store): TemplateResult {
  const words = wordsIn(document.documentElement.lang).importing;
  let panel: HTMLElement | undefined;
  const tell = (content: unknown): void => {
    if (panel) render(content, panel);
  };
  const choose = async (files: readonly File[]): Promise<void> => {
    const { mapped, unknown } = await mapFiles(files.map(chosenFile));
    const tried = await importFiles(store, mapped, 'try', (file) => tell(progress(words.trying(file.name))));
    tell(html`
      ${unknown.map((file) => html`<p class="problem" role="alert">${words.unknownFile(file.name)}</p>`)}
      ${
        mapped.length === 0
          ? nothing
          : html`${outcomeTable(tried, words)}<p class="subtle">${words.tried}</p>
        <button type="button" class="primary" @click=${() => void write(mapped)}>${words.write(mapped.length)}</button>`
      }
    `);
  };
  const write = async (files: readonly MappedFile[]): Promise<void> => {
    const outcomes = await importFiles(store, files, 'write', (file, { rowsIn }) =>
      tell(progress(words.writing(file.name, rowsIn))),
    );
    tell(html`${outcomeTable(outcomes, words)}${outcomes.map((outcome) => rejected(outcome, words))}`);
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    void choose([...(event.dataTransfer?.files ?? [])]);
  };
  return html`
    <section class="import" @dragover=${(event: Event) => event.preventDefault()} @drop=${dropped}>
      <h2>${words.title}</h2>
      <p class="subtle">${words.how}</p>
      <input
        type="file"
        accept=".csv,text/csv"
        multiple
        aria-label=${words.title}
        @change=${({ target }: Event) => void choose([...((target as HTMLInputElement).files ?? [])])}
      />
      <div aria-live="polite" ${ref((element) => (panel = element as HTMLElement | undefined))}></div>
      <h2>${words.journal}</h2>
      ${watching(store, journal, (all) => journalTable(store, all))}
    </section>
  `;
}

type ImportWords = ReturnType<typeof wordsIn>['importing'];

const progress = (text: string): TemplateResult => html`<p>${text}</p><progress aria-label=${text}></progress>`;

const outcomeTable = (outcomes: readonly Outcome[], words: ImportWords): TemplateResult => html`
  <table>
    <thead>
      <tr>
        <th>${words.file}</th>
        ${words.counts.map((name) => html`<th class="end">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${outcomes.map(
        ({ name, report, problem }) => html`<tr>
        <td><bdi>${name}</bdi>${problem ? html`<p class="problem">${problem}</p>` : nothing}</td>
        ${report ? [report.rowsIn, report.created, report.updated, report.unchanged, report.rejected].map((value) => html`<td class="end">${count(value)}</td>`) : html`<td colspan="5"></td>`}
      </tr>`,
      )}
    </tbody>
  </table>
`;

/** The first refused rows with their reasons, and all of them as a file. */
function rejected({ name, report }: Outcome, words: ImportWords): TemplateResult | typeof nothing {
  if (!report || report.rejected === 0) return nothing;
  const file = URL.createObjectURL(new Blob([report.rejectedCsv], { type: 'text/csv' }));
  return html`
    <p><a href=${file} download=${`rejected ${name}`}>${words.rejectedFile(report.rejected)}</a></p>
    <ul>
      ${report.rejections.slice(0, 20).map(({ line, problems }) => html`<li>${words.line(line)} ${problems.map((problem) => problem.message).join(' ')}</li>`)}
    </ul>
  `;
}

function journalTable(store: Store, all: readonly Import[]): TemplateResult {
  const words = wordsIn(document.documentElement.lang).importing;
  if (all.length === 0) return html`<p class="subtle">${words.none}</p>`;
  const takeBack = async (event: Event, { id }: Import): Promise<void> => {
    const button = event.target as HTMLButtonElement;
    button.disabled = true;
    button.textContent = words.takingBack;
    const result = await revertImport(store, id);
    if (!result.ok) alert(result.problem.message);
  };
  return html`<table>
    <thead><tr><th>${words.what}</th><th>${words.when}</th><th class="end">${words.counts[0]}</th><th></th></tr></thead>
    <tbody>
      ${all.map(
        (one) => html`<tr>
        <td><bdi>${one.name}</bdi></td>
        <td>${new Date(one.startedAt).toLocaleString(document.documentElement.lang)}</td>
        <td class="end">${count(one.rowsIn)}</td>
        <td class="end">${one.state === 'reverted' ? words.reverted : html`<button type="button" @click=${(event: Event) => void takeBack(event, one)}>${words.takeBack}</button>`}</td>
      </tr>`,
      )}
    </tbody>
  </table>`;
}

const count = (value: number): string => value.toLocaleString(document.documentElement.lang);
