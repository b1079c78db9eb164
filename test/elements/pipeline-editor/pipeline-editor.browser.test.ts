import '@kith/elements/define';
import type { Id, Pipeline } from '@kith/core';
import { deals, pipelines, type Store } from '@kith/store';
import { change, changesOf, settlePipeline } from '@kith/store/pipelines';
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { type FieldsPageOptions, withTrouble } from '../../../stories/books/fields-page.js';
import { openPipelineBook, stageOf } from '../../../stories/books/pipeline-book.js';
import { ask, valueOf } from '../../support/book.js';
import { type PipelineEditorDriver, showPipelines } from '../../support/pipeline-editor-driver.js';

const ORDER = 'Qualified, Discovery, Proposal, Negotiation, Won, Lost';

describe('the editor of pipelines', () => {
  let store: Store;
  const show = async (options: Parameters<typeof showPipelines>[1] = {}): Promise<PipelineEditorDriver> => {
    store = await openPipelineBook();
    return (await showPipelines(store, options)).ordered(ORDER);
  };
  const business = async (): Promise<Pipeline> => {
    const all = await ask(store, pipelines.all());
    return all.find(({ stages }) => stages.some(({ id }) => id === stageOf('qualified'))) as Pipeline;
  };
  const countIn = async (stage: string): Promise<number> =>
    (await ask(store, deals.inStage((await business()).id, stageOf(stage)))).length;

  before(async () => {
    await setViewport({ width: 1000, height: 900 });
  });

  it('PE1 shows the stages with what holds for them and how many deals are in each', async () => {
    const editor = await show();
    await editor.shows('New business', 'Version 1', '10%', '60 deals', 'Rots after 21 days', 'Best case', '12 at most');
    await editor.shows('Asks for 2 fields', 'Conditions', 'Needs approval', 'Not for everybody', 'Start');
    // A deal that comes is counted at once.
    const { id } = await business();
    valueOf(await store.run(deals.create({ name: 'One more', pipelineId: id, stageId: stageOf('qualified') })));
    await editor.shows('10 deals');
  });

  it('PE2 puts a stage elsewhere by keys and buttons; Ctrl+Z takes it back (PE3)', async () => {
    const editor = await show();
    editor.control('Move Proposal').focus();
    await sendKeys({ press: 'ArrowUp' });
    await editor.ordered('Qualified, Proposal, Discovery, Negotiation, Won, Lost');
    await editor.until(() => editor.focused?.getAttribute('aria-label') === 'Move Proposal', 'the grip has the focus');
    await editor.until(() => editor.announced === 'Proposal is 2 of 6 now', 'it is told');
    await editor.press('Move Won up');
    await editor.ordered('Qualified, Proposal, Discovery, Won, Negotiation, Lost');
    await editor.until(() => editor.focused?.getAttribute('aria-label') === 'Move Won up', 'the button has the focus');
    await sendKeys({ press: 'Control+z' });
    await editor.ordered('Qualified, Proposal, Discovery, Negotiation, Won, Lost');
    await sendKeys({ press: 'Control+Shift+z' });
    await editor.ordered('Qualified, Proposal, Discovery, Won, Negotiation, Lost');
    // Nothing is stored, and nothing of it is the app's to undo.
    expect((await business()).stages[1]?.name).to.equal('Discovery');
    editor.click('Discard');
    await editor.ordered(ORDER);
    await editor.shows('Version 1');
    editor.click('Undo');
    await editor.shows('Not published yet');
  });

  it('PE2 carries a stage to another place by its grip, though lines are drawn anew', async () => {
    const editor = await show();
    const middle = (name: string): [number, number] => {
      const { left, top, height } = editor.control(name).getBoundingClientRect();
      return [Math.round(left + 8), Math.round(top + height / 2)];
    };
    await sendMouse({ type: 'move', position: middle('Move Negotiation') });
    await sendMouse({ type: 'down' });
    const [x, y] = middle('Move Discovery');
    await sendMouse({ type: 'move', position: [x, y - 12] });
    editor.editor.requestUpdate();
    await editor.until(() => editor.root.querySelector('.carried'), 'it is carried');
    await sendMouse({ type: 'up' });
    await editor.ordered('Qualified, Negotiation, Discovery, Proposal, Won, Lost');
  });

  it('PE4 PE5 publishes once, and the deals of a stage that was taken out follow; PE8 takes both back', async () => {
    const editor = await show();
    await editor.shows('60 deals');
    editor.click('Remove Discovery');
    await editor.ordered('Qualified, Proposal, Negotiation, Won, Lost');
    await editor.shows('Taken out', '60 deals go to');
    await editor.until(() => editor.focused?.id === `target-${stageOf('discovery')}`, 'the choice has the focus');
    await editor.fill('pipeline-name', 'Fresh business');
    expect(await countIn('discovery')).to.equal(60);
    await editor.fill(`target-${stageOf('discovery')}`, stageOf('proposal'));
    await editor.clickWhen('Publish…');
    await editor.shows('Publish version 2', 'New business is called Fresh business', 'Discovery goes');
    await editor.shows('60 deals go from Discovery to Proposal');
    editor.confirm();
    await editor.shows('Version 2', '64 deals');
    await editor.hides('Deals are following');
    expect(await countIn('proposal')).to.equal(64);

    await editor.choose('Versions…');
    await editor.shows('Versions of Fresh business', 'Hanna', 'Discovery goes');
    editor.root.querySelector<HTMLElement>('.version-head .button')?.click();
    await editor.closed();
    await editor.ordered(ORDER);
    await editor.shows('Version 3', '60 deals');
    await editor.hides('Deals are following');
    expect([await countIn('discovery'), await countIn('proposal')]).to.deep.equal([60, 4]);
  });

  it('PE5 puts a stage back that was taken out, and keeps the last one', async () => {
    const editor = await show();
    editor.click('Remove Negotiation');
    await editor.shows('3 deals go to');
    editor.click('Put back');
    await editor.ordered(ORDER);
    await editor.hides('Taken out');
    for (const name of ORDER.split(', ').slice(1)) {
      editor.click(`Remove ${name}`);
      await editor.hides(`Remove ${name}`);
    }
    await editor.ordered('Qualified');
    editor.click('A pipeline has at least one stage.');
    await editor.ordered('Qualified');
    // The only one of their type: nobody has said where these go.
    const target = editor.root.querySelector<HTMLSelectElement>(`[id="target-${stageOf('won')}"]`);
    expect(target?.value).to.equal('');
    editor.click('Publish…');
    await editor.opened();
    editor.confirm();
    await editor.shows('Say where the rows of "Won" go when it is removed.');
  });

  it('PE4 asks why deals are lost that come into a lost stage by it', async () => {
    const editor = await show();
    await editor.shows('3 deals');
    editor.click('Remove Negotiation');
    await editor.fill(`target-${stageOf('negotiation')}`, stageOf('lost'));
    await editor.clickWhen('Publish…');
    await editor.shows('Why these deals are lost');
    editor.confirm();
    await editor.shows('Say why what is in "Negotiation" is lost.');
    await editor.fill('loss-reason', 'We do not negotiate any more');
    editor.confirm();
    await editor.closed();
    await editor.until(() => editor.text.includes('Version 2'), 'it is published');
    await editor.hides('Deals are following');
    expect(await countIn('lost')).to.equal(3);
  });

  it('PE6 says what contradicts itself where it stands, and is mended by one press', async () => {
    const editor = await show();
    editor.root.querySelector<HTMLElement>('summary')?.click();
    for (const to of ['Discovery', 'Proposal', 'Negotiation', 'Won', 'Lost'])
      await editor.clickWhen(`From Qualified to ${to}`);
    await editor.shows('"Qualified" is a dead end: its allowed moves never lead to a won or lost stage.');
    editor.click('Publish…');
    await editor.until(() => editor.focused?.textContent?.trim() === 'Allow every move', 'the press has the focus');
    expect(editor.dialog).to.equal(null);
    editor.focused?.click();
    await editor.hides('dead end');
    await editor.fill('pipeline-name', ' ');
    editor.click('Publish…');
    await editor.until(() => editor.focused?.id === 'pipeline-name', 'the name has the focus');
    await editor.shows('It needs a name.');
  });

  it('PE7 asks before anything of somebody else is overwritten', async () => {
    const editor = await show();
    await editor.fill('pipeline-name', 'Mine');
    const publish = async (name: string): Promise<void> => {
      const now = await business();
      const stages = now.stages.map((stage) => (stage.id === stageOf('won') ? { ...stage, name } : stage));
      valueOf(await store.run(change({ id: now.id, stages })));
      await settlePipeline(store, now.id);
    };
    await publish('Signed');
    await editor.shows('Somebody has published another version meanwhile.');
    await editor.clickWhen('Put mine on top');
    await editor.ordered(ORDER.replace('Won', 'Signed'));
    await editor.hides('Somebody has published');
    expect(editor.root.querySelector<HTMLInputElement>('#pipeline-name')?.value).to.equal('Mine');
    await publish('Closed');
    await editor.clickWhen('Take theirs');
    await editor.ordered(ORDER.replace('Won', 'Closed'));
    await editor.shows('New business', 'Version 3');
    // Without changes of one's own there is nothing to ask.
    await publish('Won');
    await editor.ordered(ORDER);
    expect(editor.text).not.to.contain('Somebody has published');
  });

  it('PE8 takes a publication back from its message', async () => {
    const editor = await show();
    await editor.fill('pipeline-name', 'Fresh business');
    await editor.publish(2);
    const undo = [...(editor.app.shadowRoot?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent?.trim() === 'Undo',
    );
    undo?.click();
    await editor.shows('New business', 'Version 3');
    const { id } = await business();
    expect((await ask(store, changesOf(id))).map(({ reverts }) => Boolean(reverts))).to.deep.equal([true, false]);
  });

  it('PE11 makes a pipeline from a template or as a copy, and keeps the draft of the one before (PE3)', async () => {
    const editor = await show();
    await editor.fill('pipeline-name', 'Half an idea');
    await editor.choose('New pipeline…');
    await editor.shows('Qualified, Discovery, Proposal, and Negotiation');
    editor.root.querySelector<HTMLInputElement>('[name="template"][value="renewal"]')?.click();
    await editor.until(
      () => editor.root.querySelector<HTMLInputElement>('#new-name')?.value === 'Renewals',
      'it is named',
    );
    await editor.fill('new-name', '');
    editor.confirm();
    await editor.shows('It needs a name.');
    await editor.fill('new-name', 'Second round');
    editor.confirm();
    await editor.closed();
    await editor.ordered('Due, Offered, Agreed, Won, Lost');
    await editor.shows('Second round', 'Version 1');
    await editor.choose('New business');
    await editor.shows('Half an idea', 'Not published yet');
    editor.click('Discard');
    await editor.choose('Duplicate…');
    await editor.shows('Duplicate New business');
    editor.confirm();
    await editor.closed();
    await editor.shows('Copy of New business', 'Version 1', 'Needs approval');
    const copy = (await ask(store, pipelines.all())).find(({ name }) => name === 'Copy of New business');
    const now = await business();
    const shared = copy?.stages.filter(({ id }) => now.stages.some((stage) => stage.id === id));
    expect([copy?.stages.length, shared]).to.deep.equal([6, []]);
    await store.undo();
    await editor.shows('There is no such pipeline');
  });

  it('PE14 brings deals on that were left on their way, and counts those that cannot follow', async () => {
    store = await openPipelineBook();
    const [{ id, stages }, renewals] = (await ask(store, pipelines.all())) as [Pipeline, Pipeline];
    const left = stages.filter((stage) => stage.id !== stageOf('discovery'));
    const targets = { [stageOf('discovery')]: stageOf('qualified') };
    valueOf(await store.run(change({ id, stages: left, targets })));
    const editor = await showPipelines(store);
    await editor.shows('Some deals are still on their way');
    editor.click('Go on');
    await editor.shows('69 deals');
    await editor.hides('Some deals are still on their way');

    // One that came into a stage after it was led to the lost ones, so that nobody has said why it is lost.
    const due = renewals.stages.filter((stage) => stage.id !== stageOf('due'));
    valueOf(await store.run(deals.create({ name: 'Late', pipelineId: renewals.id, stageId: stageOf('due') })));
    valueOf(await store.undo());
    valueOf(await store.run(change({ id: renewals.id, stages: due, targets: { [stageOf('due')]: stageOf('ended') } })));
    valueOf(await store.redo());
    const other = await showPipelines(store, { pipeline: renewals.id });
    await other.clickWhen('Go on');
    await other.shows('1 deal cannot follow.');
  });

  it('PE12 tells what stands in the way of showing or changing pipelines', async () => {
    const trouble = async (book: NonNullable<FieldsPageOptions['book']>): Promise<PipelineEditorDriver> =>
      showPipelines(withTrouble(await openPipelineBook({ isEmpty: book === 'empty' }), book));
    const empty = await trouble('empty');
    await empty.shows('No pipeline yet');
    empty.click('New pipeline…');
    await empty.opened();
    empty.confirm();
    await empty.ordered('Qualified, Discovery, Proposal, Negotiation, Won, Lost');
    await (await trouble('forbidden')).shows('You may not see this');
    const readOnly = await trouble('read-only');
    await readOnly.shows('You may look at the pipeline, not change it.', 'Negotiation');
    expect([readOnly.has('Add stage'), readOnly.has('Publish…'), readOnly.all('.grip').length]).to.deep.equal([
      false,
      false,
      0,
    ]);

    let isBroken = true;
    const book = await openPipelineBook();
    const broken = withTrouble(book, 'unreachable');
    const failing = await showPipelines({
      ...book,
      watch: ((query: never) => (isBroken ? broken : book).watch(query)) as Store['watch'],
    });
    await failing.shows('The pipelines cannot be read');
    isBroken = false;
    failing.click('Try again');
    await failing.ordered(ORDER);

    const loading = await showPipelines(new Promise<Store>(() => {}));
    await loading.until(() => loading.root.querySelector('[aria-busy]'), 'it says that it is loading');
    await (await showPipelines(book, { pipeline: 'pipeline_none' as Id<'pipeline'> })).shows(
      'There is no such pipeline',
    );

    const offline = await show();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    dispatchEvent(new Event('offline'));
    await offline.shows('There is no connection.');
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await offline.hides('There is no connection.');
  });
});
