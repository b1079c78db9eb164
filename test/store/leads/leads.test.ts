import { memoryAdapter } from '@kith/adapters';
import { type Day, type Id } from '@kith/core';
import { activities, companies, contacts, deals } from '@kith/store';
import { keepIdentities } from '@kith/store/duplicates';
import * as leads from '@kith/store/leads';
import { describe, expect, it } from 'vitest';
import { ask, dumpOf, HANNA, NOW, openBook, problemOf, valueOf, withPipeline } from '../../support/book.js';
import { kept } from '../permissions/world.js';

const open = (options = {}) =>
  openBook({ collections: leads.leadCollections, companions: [keepIdentities()], ...options });
const FORM = { name: 'Léa Fontanel', email: 'lea@brama.example', company: 'Brama S.A.', message: 'Please call.' };
const BANT = { budgetStatus: 'approved', isDecisionMaker: true, need: 'must-have', timeFrame: 'this-quarter' } as const;

describe('leads in a store', () => {
  it('LE40 takes a submission in once, however often it comes', async () => {
    const store = await open();
    const once = valueOf(await store.run(leads.capture({ payload: FORM, submissionId: 'form-1', ownerId: HANNA })));
    const again = valueOf(await store.run(leads.capture({ payload: FORM, submissionId: 'form-1', ownerId: HANNA })));
    expect([once.isNew, again.isNew, again.lead.id]).toEqual([true, false, once.lead.id]);
    expect(await ask(store, leads.inbox(HANNA))).toHaveLength(1);
    expect(problemOf(await store.run(leads.capture({ payload: {}, submissionId: 'form-2' })))).toBe(
      'leads/who-required',
    );
    await store.close();
  });

  it('LE41 says what is likely known, refuses it, or writes it down at the lead that it is', async () => {
    const store = await open();
    const contact = valueOf(
      await store.run(contacts.create({ name: 'Lea Fontanel', emails: [{ value: 'lea@brama.example' }] })),
    );
    const marked = valueOf(await store.run(leads.capture({ payload: FORM })));
    expect(marked.matches).toMatchObject([
      { collection: 'contacts', id: contact.id, reasons: [{ evidence: 'same-email' }, { evidence: 'same-name' }] },
    ]);
    expect(problemOf(await store.run(leads.capture({ payload: FORM, onDuplicate: 'refuse' })))).toBe('leads/duplicate');
    const attached = valueOf(
      await store.run(
        leads.capture({
          payload: { ...FORM, size: 'L' },
          onDuplicate: 'attach',
          submissionId: 's1',
          source: 'Website',
        }),
      ),
    );
    expect([attached.isNew, attached.lead.id]).toEqual([false, marked.lead.id]);
    expect(
      valueOf(await store.run(leads.capture({ payload: FORM, onDuplicate: 'attach', submissionId: 's1' }))).isNew,
    ).toBe(false);
    const notes = await ask(store, activities.about({ leadId: marked.lead.id }));
    expect(notes).toMatchObject([{ kind: 'note', subject: 'Came again: Website' }]);
    expect(notes[0]?.body).toContain('size: L');
    // A colleague of somebody known is not turned away.
    valueOf(await store.run(companies.create({ name: 'Brama', website: 'brama.example' })));
    const colleague = { name: 'Paul Mercier', email: 'paul@brama.example', company: 'Brama SA' };
    expect(
      valueOf(await store.run(leads.capture({ payload: colleague, onDuplicate: 'refuse' }))).matches,
    ).toMatchObject([{ collection: 'companies' }]);
    await store.close();
  });

  it('LE84 keeps nothing at its doors that tells who came through, nor that stands in the way of undo', async () => {
    const adapter = kept(memoryAdapter());
    // Of one random sequence each, the ids of the two would be the same.
    const first = await open({ adapter, random: Math.random });
    const second = await open({ adapter, random: Math.random, actor: 'user_ida' as Id<'user'> });
    const { lead } = valueOf(await first.run(leads.capture({ payload: FORM })));
    valueOf(await second.run(leads.capture({ payload: FORM })));
    const { rows } = await adapter.query({ c: 'leadDoors', limit: 10 });
    expect(rows.map(({ data }) => Object.keys(data).sort())).toEqual([['id', 'usedAt']]);
    valueOf(await first.undo());
    expect(await ask(first, leads.byId(lead.id))).toBeUndefined();
    valueOf(await first.redo());
    expect((await ask(first, leads.byId(lead.id)))?.name).toBe('Léa Fontanel');
    await Promise.all([first.close(), second.close()]);
  });

  it('LE42 changes by its commands, and not by an edit', async () => {
    const store = await open();
    const { lead } = valueOf(await store.run(leads.capture({ payload: FORM, ownerId: HANNA, firstTouchMinutes: 60 })));
    const { id } = lead;
    expect(problemOf(await store.run(leads.edit({ id, changes: { status: 'qualified' } as never })))).toBe(
      'store/not-editable',
    );
    expect(valueOf(await store.run(leads.edit({ id, changes: { rating: 'hot' } }))).rating).toBe('hot');
    expect(await ask(store, leads.untouched())).toEqual([]);
    expect(valueOf(await store.run(leads.touch({ id, kind: 'call', subject: 'Called' })))).toMatchObject({
      status: 'contacted',
    });
    expect(await ask(store, activities.about({ leadId: id }))).toHaveLength(1);
    expect(problemOf(await store.run(leads.qualify({ id })))).toBe('leads/bant-incomplete');
    expect(valueOf(await store.run(leads.qualify({ id, bant: BANT }))).status).toBe('qualified');
    expect(valueOf(await store.run(leads.recycle({ id, reason: 'Later', on: '2027-01-10' as Day }))).status).toBe(
      'recycled',
    );
    expect(valueOf(await store.run(leads.move({ id, to: 'working' }))).recycleOn).toBeUndefined();
    expect(valueOf(await store.run(leads.disqualify({ id, reason: 'No budget' }))).status).toBe('disqualified');
    expect(await ask(store, leads.inbox(HANNA))).toEqual([]);
    expect(problemOf(await store.run(leads.assign({ id, ownerId: HANNA })))).toBe('leads/closed');
    await store.close();
  });

  it('LE43 names who is overdue for a first touch', async () => {
    let now = NOW;
    const store = await open({ clock: () => now });
    const { lead } = valueOf(await store.run(leads.capture({ payload: FORM, firstTouchMinutes: 30 })));
    now += 31 * 60_000;
    expect((await ask(store, leads.untouched())).map(({ id }) => id)).toEqual([lead.id]);
    valueOf(await store.run(leads.touch({ id: lead.id, kind: 'email', subject: 'Wrote' })));
    expect(await ask(store, leads.untouched())).toEqual([]);
    await store.close();
  });
});

describe('conversion in a store', () => {
  const ready = async (options = {}) => {
    const store = await open(options);
    const pipeline = await withPipeline(store);
    const { lead } = valueOf(await store.run(leads.capture({ payload: { ...FORM, size: 'L' }, ownerId: HANNA })));
    valueOf(await store.run(leads.touch({ id: lead.id, kind: 'call', subject: 'Called' })));
    valueOf(await store.run(leads.qualify({ id: lead.id, bant: BANT })));
    return { store, pipeline, id: lead.id };
  };

  it('LE50 writes company, contact, deal and lead in one commit, and takes the activities along', async () => {
    const { store, pipeline, id } = await ready();
    const commits: number[] = [];
    store.changes$.subscribe(({ changes }) => commits.push(changes.length));
    const fields = [{ into: 'company', field: 'customFields.size', from: 'answers.size' }] as const;
    const made = valueOf(
      await store.run(leads.convert({ id, company: 'new', contact: 'new', deal: { pipelineId: pipeline.id }, fields })),
    );
    // Company, contact, deal, lead, one activity.
    expect(commits).toEqual([5]);
    expect(made.company?.customFields).toEqual({ size: 'L' });
    expect(made.deal).toMatchObject({
      name: 'Brama S.A.',
      status: 'open',
      companyId: made.company?.id,
      contactIds: [made.contact?.id],
    });
    expect(await ask(store, leads.byId(id))).toMatchObject({
      status: 'converted',
      converted: { companyId: made.company?.id, contactId: made.contact?.id, dealId: made.deal?.id },
    });
    for (const subject of [
      { leadId: id },
      { dealId: made.deal?.id as Id<'deal'> },
      { contactId: made.contact?.id as Id<'contact'> },
    ])
      expect((await ask(store, activities.about(subject))).map((each) => each.subject)).toEqual(['Called']);
    expect(problemOf(await store.run(leads.convert({ id, contact: 'new' })))).toBe('leads/not-a-step');
    await store.close();
  });

  it('LE51 is undone and redone as a whole', async () => {
    const adapter = memoryAdapter();
    const { store, pipeline, id } = await ready({ adapter });
    const before = await dumpOf(adapter);
    valueOf(await store.run(leads.convert({ id, company: 'new', contact: 'new', deal: { pipelineId: pipeline.id } })));
    const after = await dumpOf(adapter);
    valueOf(await store.undo());
    expect(await dumpOf(adapter)).toEqual(before);
    expect((await ask(store, leads.byId(id)))?.status).toBe('qualified');
    valueOf(await store.redo());
    expect(await dumpOf(adapter)).toEqual(after);
    await store.close();
  });

  it('LE52 is not undone once somebody has changed what came of it', async () => {
    const adapter = memoryAdapter();
    const { store, id } = await ready({ adapter });
    const made = valueOf(await store.run(leads.convert({ id, contact: 'new' })));
    const contact = made.contact;
    const row = (await adapter.get('contacts', [contact?.id ?? '']))[0];
    await adapter.write({
      ops: [
        {
          op: 'put',
          c: 'contacts',
          id: contact?.id ?? '',
          expect: { rev: row?.rev ?? 0 },
          data: { ...row?.data, jobTitle: 'Head of buying' },
        },
      ],
    });
    expect(problemOf(await store.undo())).toBe('store/changed-since');
    expect((await ask(store, leads.byId(id)))?.status).toBe('converted');
    expect((await ask(store, contacts.byId(contact?.id as Id<'contact'>)))?.jobTitle).toBe('Head of buying');
    await store.close();
  });

  it('LE53 takes rows that are there, and refuses those that are not', async () => {
    const { store, pipeline, id } = await ready();
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    const contact = valueOf(await store.run(contacts.create({ name: 'Lea F.', companyId: company.id })));
    expect(problemOf(await store.run(leads.convert({ id, company: 'company_none' as Id<'company'> })))).toBe(
      'store/not-found',
    );
    expect(
      problemOf(await store.run(leads.convert({ id, deal: { pipelineId: 'pipeline_none' as Id<'pipeline'> } }))),
    ).toBe('store/not-found');
    const made = valueOf(
      await store.run(
        leads.convert({
          id,
          company: company.id,
          contact: contact.id,
          deal: { pipelineId: pipeline.id, name: 'Rollout' },
        }),
      ),
    );
    expect(made).toMatchObject({
      company: { id: company.id, name: 'Brama' },
      contact: { id: contact.id, name: 'Lea F.' },
      deal: { name: 'Rollout' },
    });
    expect(await ask(store, deals.ofCompany(company.id))).toHaveLength(1);
    await store.close();
  });
});

describe('assignment in a store', () => {
  it('LE60 gives leads out in turn, keeps the reason, and takes no turn twice', async () => {
    const store = await open();
    const people = ['anna', 'ben', 'chloe'].map((name) => `user_${name}` as Id<'user'>);
    for (const userId of people) valueOf(await store.run(leads.createAgent({ userId, capacity: 3 })));
    const plan = valueOf(
      await store.run(
        leads.createPlan({ name: 'All', rules: [{ id: 'all', name: 'All', method: 'roundRobin' }], retryMinutes: 10 }),
      ),
    );
    const given = [];
    for (let number = 0; number < 10; number++)
      given.push(
        valueOf(await store.run(leads.capture({ payload: { name: `Person ${number}` }, planId: plan.id }))).lead,
      );
    expect(given.slice(0, 9).map(({ ownerId }) => ownerId)).toEqual([...people, ...people, ...people]);
    expect(given[0]).toMatchObject({
      assignment: { ruleName: 'All', method: 'roundRobin', candidates: 3 },
      ownerHistory: [{ ownerId: people[0], reason: 'by-rule', note: 'All' }],
    });
    expect(given[9]).toMatchObject({
      unassigned: { why: 'all-full', ruleId: 'all', retryAt: '2026-11-22T08:40:00.000Z' },
    });
    await store.close();
  });

  it('LE61 tries again when the time has come, and then only', async () => {
    let now = NOW;
    const store = await open({ clock: () => now });
    const anna = valueOf(await store.run(leads.createAgent({ userId: 'user_anna' as Id<'user'>, active: false })));
    const plan = valueOf(
      await store.run(leads.createPlan({ name: 'All', rules: [{ id: 'all', name: 'All', method: 'leastOpen' }] })),
    );
    const { lead } = valueOf(await store.run(leads.capture({ payload: FORM, planId: plan.id })));
    expect(lead.unassigned).toMatchObject({ why: 'nobody-fits' });
    valueOf(await store.run(leads.editAgent({ id: anna.id, changes: { active: true } })));
    expect(valueOf(await store.run(leads.assignWaiting({ planId: plan.id })))).toEqual({ assigned: 0, unassigned: 0 });
    now += 25 * 3_600_000;
    expect(valueOf(await store.run(leads.assignWaiting({ planId: plan.id })))).toEqual({ assigned: 1, unassigned: 0 });
    expect((await ask(store, leads.byId(lead.id)))?.ownerId).toBe('user_anna');
    expect(valueOf(await store.run(leads.assignWaiting({ planId: plan.id })))).toEqual({ assigned: 0, unassigned: 0 });
    await store.close();
  });
});
