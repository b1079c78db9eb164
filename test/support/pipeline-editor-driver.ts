import type { KithPipelineEditor } from '@kith/elements';
import type { Store } from '@kith/store';
import { html } from 'lit';
import { type PageOptions, RecordDriver, showRecord } from './record-driver.js';

/** A page with nothing but the editor of pipelines. */
export async function showPipelines(
  store: Store | PromiseLike<Store>,
  { pipeline, ...options }: PageOptions & { readonly pipeline?: string } = {},
): Promise<PipelineEditorDriver> {
  const element = html`<kith-pipeline-editor .pipeline=${pipeline}></kith-pipeline-editor>`;
  const shown = await showRecord(store, element, options);
  return new PipelineEditorDriver(shown.element, shown.app);
}

/** Uses an editor of pipelines as a person does. */
export class PipelineEditorDriver extends RecordDriver {
  get editor(): KithPipelineEditor {
    return this.element as KithPipelineEditor;
  }

  get root(): ShadowRoot {
    return this.editor.shadowRoot as ShadowRoot;
  }

  /** The names of the stages, in the order in which they are drawn. */
  get stages(): string {
    return this.all('ol[data-order="stages"] > li .stage-name')
      .map(({ textContent }) => textContent?.trim())
      .join(', ');
  }

  /** Until the stages stand in an order. */
  async ordered(names: string): Promise<this> {
    await this.until(() => this.stages === names, `the stages are ${names}`).catch((cause: Error) => {
      throw new Error(`${cause.message}, not ${this.stages}`);
    });
    return this;
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  /** Opens the drawer of a stage by the name on its line. */
  async openStage(name: string): Promise<void> {
    await this.until(() => this.has(name), `${name} is there`);
    this.control(name).click();
    await this.opened();
  }

  /** Until a drawer or dialog is open, with what is fetched for it. */
  async opened(): Promise<void> {
    await this.until(() => this.dialog?.open, 'a dialog is open');
  }

  async closed(): Promise<void> {
    await this.until(() => !this.dialog, 'the dialog is closed');
  }

  click(name: string): void {
    this.control(name).click();
  }

  /** Presses what is there only after something else was done, as soon as it is. */
  async clickWhen(name: string): Promise<void> {
    await this.until(() => this.has(name), `"${name}" is there`);
    this.click(name);
  }

  /** Writes into a control, or chooses in it. */
  async fill(id: string, text: string): Promise<void> {
    await this.until(() => this.root.querySelector(`[id="${id}"]`), `${id} is there`);
    const control = this.root.querySelector(`[id="${id}"]`) as HTMLInputElement;
    control.value = text;
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    await this.editor.updateComplete;
  }

  /** The main button of the dialog. */
  confirm(): void {
    this.root.querySelector<HTMLElement>('dialog .modal-buttons .button.primary')?.click();
  }

  /** Opens a line of the menu at the pipeline's name. */
  async choose(label: string): Promise<void> {
    this.root.querySelector<HTMLElement>('.chooser')?.click();
    const line = (): HTMLElement | undefined =>
      this.all('.menu-item').find((each) => each.textContent?.includes(label));
    await this.until(line, `"${label}" is in the menu`);
    line()?.click();
  }

  /** Publishes the draft and waits for its version. */
  async publish(version: number): Promise<void> {
    await this.clickWhen('Publish…');
    await this.opened();
    this.confirm();
    await this.closed();
    await this.shows(`Version ${version}`);
  }

  /** What was said to a screen reader last. */
  get announced(): string {
    return this.app.shadowRoot?.querySelector('[role=status]')?.textContent?.trim() ?? '';
  }
}
