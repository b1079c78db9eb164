import '@kith/elements/define';
import type { Money, Pipeline, Stage } from '@kith/core';
import type { KithMoneyInput } from '@kith/elements/parts';
import { pipelines, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { openPipelineBook, stageOf } from '../../../stories/books/pipeline-book.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask } from '../../support/book.js';
import { type PipelineEditorDriver, showPipelines } from '../../support/pipeline-editor-driver.js';

const ORDER = 'Qualified, Discovery, Proposal, Negotiation, Won, Lost';

describe('the drawer of a stage', () => {
  let store: Store;
  const show = async (options: Parameters<typeof showPipelines>[1] = {}): Promise<PipelineEditorDriver> => {
    store = await openPipelineBook();
    const editor = await showPipelines(store, options);
    await editor.until(() => editor.root.querySelector('[data-key]'), 'the stages are there');
    return editor;
  };
  const stored = async (name: string): Promise<Stage | undefined> => {
    const [business] = (await ask(store, pipelines.all())) as [Pipeline];
    return business.stages.find((stage) => stage.name === name);
  };
  /** Ticks a box, by the beginning of its label. */
  const tick = async (editor: PipelineEditorDriver, text: string): Promise<void> => {
    const label = (): HTMLElement | undefined =>
      editor.all('label').find((each) => each.textContent?.trim().startsWith(text));
    await editor.until(label, `"${text}" is there`);
    label()?.click();
  };
  /** Chooses in a combobox by key. */
  const choose = async (editor: PipelineEditorDriver, id: string, text: string): Promise<void> => {
    await editor.until(() => editor.root.querySelector(`#${id}`), `${id} is there`);
    const box = editor.root.querySelector(`#${id}`) as HTMLElement;
    box.focus();
    await sendKeys({ type: text });
    await editor.until(() => box.shadowRoot?.querySelector('.choice'), `${text} is found`);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    const tags = (): readonly Element[] => [...(box.shadowRoot?.querySelectorAll('.tag') ?? [])];
    await editor.until(() => tags().some((tag) => tag.textContent?.includes(text)), `${text} is chosen`);
  };

  before(async () => {
    await setViewport({ width: 1000, height: 1400 });
  });

  it('PE9 makes a stage with everything that holds for it, and publishes it', async () => {
    const editor = await show();
    editor.click('Add stage');
    await editor.opened();
    await editor.until(() => editor.focused?.id === 'stage-name', 'the name has the focus');
    await sendKeys({ type: 'Legal' });
    await editor.ordered('Qualified, Discovery, Proposal, Negotiation, Legal, Won, Lost');
    await editor.fill('stage-probability', '80');
    await editor.fill('stage-category', 'commit');
    await editor.fill('stage-rotting', '5');
    await editor.fill('stage-limit', '3');
    await tick(editor, 'Refuse the next one');
    await choose(editor, 'stage-requires', 'Company');
    await choose(editor, 'stage-movers', 'Zofia Grabek');
    await choose(editor, 'stage-approvers', 'DACH');
    editor.click('Done');
    await editor.closed();
    await editor.shows('80%', 'Commit', 'Rots after 5 days', '3 at most', 'Asks for 1 field', 'Needs approval');
    // One word was one step: one step back from all of them, and the stage has the name it was given.
    await editor.publish(2);
    const legal = await stored('Legal');
    expect(legal).to.deep.include({ type: 'open', probability: 80, rottingDays: 5 });
    expect(legal?.rules).to.deep.include({ requires: ['companyId'], category: 'commit' });
    expect(legal?.rules?.limit).to.deep.equal({ most: 3, hard: true });
    expect([legal?.rules?.movers?.users?.length, legal?.rules?.approvers?.teams?.length]).to.deep.equal([1, 1]);
  });

  it('PE15 asks how many have to approve where several are named, and keeps it with another one', async () => {
    const editor = await show();
    await editor.openStage('Proposal');
    await choose(editor, 'stage-approvers', 'DACH');
    expect(editor.root.querySelector('#stage-need')).to.equal(null);
    await choose(editor, 'stage-approvers', 'Zofia Grabek');
    await editor.fill('stage-need', 'inOrder');
    await choose(editor, 'stage-approvers', 'Hanna Lindqvist');
    editor.click('Done');
    await editor.closed();
    await editor.publish(2);
    const { users, teams, need } = (await stored('Proposal'))?.rules?.approvers ?? {};
    expect([users?.length, teams?.length, need]).to.deep.equal([2, 1, 'inOrder']);
  });

  it('PE9 takes no number that cannot be, and a closed stage has none', async () => {
    const editor = await show();
    await editor.openStage('Proposal');
    await editor.fill('stage-probability', '120');
    await editor.shows('A number from 0 to 100.');
    await editor.fill('stage-rotting', '1.5');
    await editor.shows('A whole number.', '50%', 'Rots after 14 days');
    await editor.fill('stage-probability', '60');
    await editor.shows('60%');
    await editor.hides('A number from 0 to 100.');
    editor.root.querySelector<HTMLInputElement>('[name="stage-type"][value="won"]')?.click();
    await editor.until(() => !editor.root.querySelector('#stage-probability'), 'a closed stage asks for no chance');
    editor.click('Done');
    await editor.closed();
    expect(editor.editor.editing?.history.now.stages[2]).to.deep.include({ type: 'won', probability: 100 });
    expect(editor.editor.editing?.history.now.stages[2]?.rottingDays).to.equal(undefined);
    // Its deals follow, and that is said before.
    await editor.clickWhen('Publish…');
    await editor.shows('Proposal becomes: Won', '4 deals of Proposal follow');
  });

  it('PE9 limits how much money a stage holds, in a currency, softly or hard', async () => {
    const editor = await show();
    await editor.openStage('Discovery');
    const rules = () => editor.editor.editing?.history.now.stages[1]?.rules;
    const amount = (): KithMoneyInput | null => editor.root.querySelector('#stage-amount-limit');
    await editor.until(amount, 'the field is there');
    const put = async (value: Money | undefined): Promise<void> => {
      Object.assign(amount() ?? {}, { value });
      await amount()?.updateComplete;
      amount()?.dispatchEvent(new Event('change', { bubbles: true }));
    };
    await put({ minor: 50_000_00, currency: 'USD' });
    await editor.shows('$50,000 at most');
    await tick(editor, 'Refuse what would be more money');
    await editor.until(() => rules()?.amountLimit?.hard, 'it is hard');
    expect(rules()?.amountLimit).to.deep.equal({ most: { minor: 50_000_00, currency: 'USD' }, hard: true });
    await put({ minor: 0, currency: 'USD' });
    await editor.shows('has a hard limit of 0');
    await put(undefined);
    await editor.until(() => rules()?.amountLimit === undefined, 'there is none any more');
    editor.click('Done');
    await editor.closed();
    await editor.hides('$50,000 at most');
  });

  it('PE9 keeps conditions as chips, and PE6 says beside them that none can meet them', async () => {
    const editor = await show();
    await editor.openStage('Proposal');
    await editor.shows('Conditions to come in', '1,000 or more');
    editor.editor.change((draft) => ({
      ...draft,
      stages: draft.stages.map((stage) =>
        stage.id === stageOf('proposal')
          ? { ...stage, rules: { ...stage.rules, enter: { field: 'status', is: 'eq', value: 'won' } } }
          : stage,
      ),
    }));
    await editor.shows('"Proposal" has criteria in "enter" that no row can ever meet.');
    expect(editor.all('dialog .field-error')).to.have.length(1);
    editor.click('Done');
    await editor.clickWhen('Drop the condition');
    await editor.hides('no row can ever meet');
    expect(editor.editor.editing?.history.now.stages[2]?.rules?.requires).to.have.length(2);
  });

  it('PE10 allows and forbids moves in a table', async () => {
    const editor = await show();
    await editor.shows('1 stage leads to some only');
    editor.root.querySelector<HTMLElement>('summary')?.click();
    const box = (name: string): HTMLInputElement => editor.control(name);
    await editor.until(() => editor.has('From Won to Negotiation'), 'the table is there');
    expect([box('From Won to Negotiation').checked, box('From Won to Qualified').checked]).to.deep.equal([true, false]);
    for (const to of ['Qualified', 'Discovery', 'Proposal']) box(`From Won to ${to}`).click();
    await editor.shows('From any stage to any other');
    box('From Lost to Won').focus();
    await sendKeys({ press: 'Space' });
    await editor.shows('1 stage leads to some only');
    await editor.publish(2);
    expect((await stored('Won'))?.rules?.next).to.equal(undefined);
    expect((await stored('Lost'))?.rules?.next).to.have.length(4);
  });

  it('PE13 is Chinese in Chinese', async () => {
    const editor = await show({ lang: 'zh-Hans' });
    await editor.shows('发布…', '25%', '60个商机', '21天后停滞', '允许的移动');
    await editor.openStage('Proposal');
    await editor.shows('预测类别', '必填字段', '谁可以将商机移到这里');
    const english = editor.text
      .replace(/Qualified|Discovery|Proposal|Negotiation|Won|Lost|New business|lead|sales/g, '')
      .match(/\b[A-Za-z]{4,}\b/g);
    expect(english ?? []).to.deep.equal([]);
    editor.editor.change((draft) => ({
      ...draft,
      stages: draft.stages.map((stage) =>
        stage.id === stageOf('discovery') ? { ...stage, rules: { next: [] } } : stage,
      ),
    }));
    await editor.shows('“Discovery”是死胡同');
  });

  it('PE13 axe finds nothing to object to', async () => {
    const editor = await show();
    await expectNothingFromAxe(editor.editor);
    editor.root.querySelector<HTMLElement>('summary')?.click();
    await editor.until(() => editor.has('From Won to Negotiation'), 'the table is there');
    editor.click('Remove Discovery');
    await editor.shows('Taken out');
    await expectNothingFromAxe(editor.editor);
    await editor.openStage('Proposal');
    await expectNothingFromAxe(editor.editor);
    editor.click('Done');
    await editor.closed();
    editor.click('Publish…');
    await editor.opened();
    await expectNothingFromAxe(editor.editor);
    editor.confirm();
    await editor.closed();
    await editor.choose('Versions…');
    await editor.shows('Versions of New business', 'Discovery goes');
    await expectNothingFromAxe(editor.editor);
    editor.click('Close');
    await editor.closed();
    await editor.choose('New pipeline…');
    await editor.opened();
    await expectNothingFromAxe(editor.editor);
  });

  it('PE3 counts one word as one step of the way back', async () => {
    const editor = await show();
    await editor.openStage('Discovery');
    await editor.until(() => editor.focused?.id === 'stage-name', 'the name has the focus');
    await sendKeys({ type: 'Needs' });
    await editor.ordered(ORDER.replace('Discovery', 'Needs'));
    editor.click('Done');
    await editor.closed();
    editor.click('Undo');
    await editor.ordered(ORDER);
    await editor.shows('Version 1');
  });

  it('PE16 makes a stage one to be on hold in: it keeps what it asks for, and neither begins nor rots', async () => {
    const editor = await show();
    await editor.openStage('Qualified');
    const type = (value: string): HTMLInputElement | null => editor.root.querySelector(`input[value="${value}"]`);
    await editor.until(() => type('hold'), 'the types are there');
    expect(editor.all('input[type=radio]').map((radio) => (radio as HTMLInputElement).value)).to.deep.equal([
      'open',
      'hold',
      'won',
      'lost',
    ]);
    await editor.fill('stage-limit', '5');
    type('hold')?.click();
    await editor.until(() => !editor.root.querySelector('#stage-rotting'), 'nothing rots');
    expect(editor.all('label').some((label) => label.textContent?.includes('New deals may begin here'))).to.equal(
      false,
    );
    const category = editor.root.querySelector('#stage-category') as HTMLSelectElement;
    expect(category.selectedOptions[0]?.textContent?.trim()).to.equal('Left out');
    expect([...category.options].filter(({ textContent }) => textContent?.includes('Left out'))).to.have.lengthOf(1);
    editor.click('Done');
    await editor.closed();
    expect(editor.root.querySelector('[data-key="stage_qualified"] .kind')?.textContent).to.contain('On hold');
    await editor.publish(2);
    await editor.until(async () => (await stored('Qualified'))?.type === 'hold', 'it is published');
    expect(await stored('Qualified')).to.deep.equal({
      id: stageOf('qualified'),
      name: 'Qualified',
      type: 'hold',
      probability: 10,
      rules: { limit: { most: 5 } },
    });
  });
});
