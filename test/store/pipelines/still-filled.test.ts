import type { Day } from '@kith/core';
import { deals, pipelines } from '@kith/store';
import { setNeeds } from '@kith/store/deals';
import { describe, expect, it } from 'vitest';
import { euros, openBook, stageId, valueOf } from '../../support/book.js';

const day = '2026-12-24' as Day;

describe('what a stage asks for', () => {
  it('PL25 is not emptied by a later edit; what was missing before stands in nobody’s way', async () => {
    const store = await openBook();
    const pipeline = valueOf(
      await store.run(
        pipelines.create({
          name: 'Sales',
          stages: [
            { id: stageId('lead'), name: 'Lead', probability: 10 },
            {
              id: stageId('offer'),
              name: 'Offer',
              probability: 40,
              rules: { requires: ['expectedCloseDay', 'customFields.budget', 'needs', 'amount'] },
            },
            { id: stageId('won'), name: 'Won', type: 'won', probability: 100 },
          ],
        }),
      ),
    );
    const { id } = valueOf(
      await store.run(
        deals.create({
          name: 'Acme',
          pipelineId: pipeline.id,
          amount: euros(100),
          expectedCloseDay: day,
          customFields: { budget: 5, note: 'x' },
        }),
      ),
    );
    // In a stage that asks for nothing, anything may go and come back.
    valueOf(await store.run(deals.edit({ id, changes: { expectedCloseDay: null } })));
    valueOf(await store.run(deals.edit({ id, changes: { expectedCloseDay: day } })));
    valueOf(await store.run(setNeeds({ id, needs: [{ text: 'A portal' }] } as never)));
    valueOf(await store.run(deals.move({ id, stageId: stageId('offer') })));

    for (const [changes, field] of [
      [{ expectedCloseDay: null }, 'expectedCloseDay'],
      [{ customFields: { note: 'x' } }, 'customFields.budget'],
      [{ amount: undefined }, 'amount'],
    ] as const) {
      const problem = {
        code: 'pipelines/fields-required',
        path: field,
        params: { stage: 'Offer', rule: 'requires' },
        fix: { kind: 'fields', fields: [field] },
      };
      expect(await store.can(deals.edit({ id, changes }))).toMatchObject({ ok: false, problem });
      expect(await store.run(deals.edit({ id, changes }))).toMatchObject({ ok: false, problem });
    }
    expect(await store.run(setNeeds({ id, needs: [] }))).toMatchObject({
      problem: { code: 'pipelines/fields-required', path: 'needs' },
    });
    valueOf(
      await store.run(
        deals.edit({ id, changes: { expectedCloseDay: '2026-12-31' as Day, customFields: { budget: 6 } } }),
      ),
    );

    // The stage asks for more since: whoever edits something else is not held up by what was never there.
    const stages = pipeline.stages.map((stage) =>
      stage.id === stageId('offer') ? { ...stage, rules: { requires: ['source', 'amount'] } } : stage,
    );
    valueOf(await store.run(pipelines.edit({ id: pipeline.id, changes: { stages } })));
    valueOf(await store.run(deals.edit({ id, changes: { expectedCloseDay: null } })));
    await store.close();
  });
});
