import '@kith/elements/define';
import { money } from '@kith/core';
import type { StageRules } from '@kith/core/pipelines';
import { deals, pipelines, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { resetMouse, setViewport } from '@web/test-runner-commands';
import { type BoardDriver, showBoard } from '../../support/board-driver.js';
import { openBook, stageId, valueOf, withPipeline } from '../../support/book.js';

describe('what a column shows of a limit of money', () => {
  let store: Store;
  let board: BoardDriver;
  let pipeline: Awaited<ReturnType<typeof withPipeline>>;

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    store = await openBook();
    pipeline = await withPipeline(store);
  });
  afterEach(() => resetMouse());

  const add = async (name: string, stage: string, minor: number, currency = 'EUR'): Promise<void> => {
    const amount = money(minor, currency);
    valueOf(
      await store.run(deals.create({ name, amount, pipelineId: pipeline.id, stageId: stageId(stage), at: 'end' })),
    );
  };
  const limited = async (amountLimit: StageRules['amountLimit']): Promise<void> => {
    const stages = pipeline.stages.map((stage) =>
      stage.id === stageId('proposal') ? { ...stage, rules: { amountLimit } } : stage,
    );
    valueOf(await store.run(pipelines.edit({ id: pipeline.id, changes: { stages } })));
    board = await (await showBoard(store, pipeline.id)).ready();
    await board.until(() => board.column('Proposal').querySelector('.limit'), 'the limit is shown');
  };
  const limit = (): string => board.column('Proposal').querySelector('.limit')?.className ?? '';
  const notice = (): string => board.column('Proposal').querySelector('.over-limit')?.textContent?.trim() ?? '';

  it('BD83 tells how much it may hold, that it is full, and that it holds too much', async () => {
    await add('Acme', 'lead', 600_00);
    await add('Brama', 'lead', 400_00);
    await add('Cortiça', 'lead', 50_00);
    await limited({ most: money(1_000_00, 'EUR') });
    expect(board.head('Proposal')).to.contain('€1,000 at most');
    expect([limit(), notice()]).to.deep.equal(['count limit', '']);
    await board.moveByMenu('Acme', 'Proposal');
    await board.until(() => board.head('Proposal').includes('€600 of at most €1,000'), 'it holds some');
    await board.moveByMenu('Brama', 'Proposal');
    await board.until(() => limit().includes('full'), 'it is full');
    expect(notice()).to.equal('Limit of €1,000 reached.');
    await board.press('Cortiça', 'Space', 'ArrowRight');
    expect(board.announced.polite).to.match(/Over the limit of €1,000 then\.$/);
    await board.press(undefined, 'Enter');
    await board.until(() => limit().includes('over'), 'it is over its limit');
    expect(notice()).to.equal('€50 over the limit of €1,000.');
  });

  it('BD83 counts money of one currency, says so, and refuses at a hard limit', async () => {
    await add('Acme', 'proposal', 1_000_00);
    await add('Brama', 'proposal', 5_000_00, 'USD');
    await add('Cortiça', 'lead', 1_00);
    await add('Dolna', 'lead', 900_00, 'USD');
    await limited({ most: money(1_000_00, 'EUR'), hard: true });
    expect(board.head('Proposal')).to.contain('€1,000 of at most €1,000. Only amounts in EUR count.');
    expect(notice()).to.equal('Limit of €1,000 reached. Move one on before adding. Only amounts in EUR count.');
    await board.press('Cortiça', 'Space');
    await board.until(() => board.column('Proposal').classList.contains('refused'), 'it refuses');
    expect(board.column('Proposal').querySelector('.reason')?.textContent).to.contain('takes EUR 1000 at once at most');
    await board.press(undefined, 'Escape');
    await board.moveByMenu('Dolna', 'Proposal');
    await board.until(() => board.titles('Proposal').includes('Dolna'), 'dollars do not count');
  });

  it('BD83 says nothing of money that the board does not add up', async () => {
    await add('Acme', 'lead', 600_00);
    await limited({ most: money(1_000_00, 'EUR') });
    const budgets = { most: money(1_00, 'EUR'), field: 'budget' };
    const stages = pipeline.stages.map((stage) =>
      stage.id === stageId('proposal') ? { ...stage, rules: { amountLimit: budgets } } : stage,
    );
    valueOf(await store.run(pipelines.edit({ id: pipeline.id, changes: { stages } })));
    await board.until(() => limit() === '', 'it is shown no more');
  });
});
