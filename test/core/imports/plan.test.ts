import { type Mapping, nearNames, parseMapping, planImport, recogniseMapping } from '@kith/core/imports';
import { describe, expect, it } from 'vitest';

const contacts: Mapping = {
  name: 'Contacts',
  into: 'contacts',
  system: 'crm',
  externalId: ['id'],
  fields: [{ field: 'name', from: [{ template: '{First Name} {Last Name}' }], required: true }],
};
const detailed: Mapping = {
  ...contacts,
  name: 'Detailed',
  fields: [...contacts.fields, { field: 'jobTitle', from: [{ column: 'Title' }] }],
};

describe('planImport', () => {
  it('I12 is made from plain JSON and back', () => {
    const parsed = parseMapping(JSON.parse(JSON.stringify(detailed)));
    expect(parsed).toEqual({ ok: true, value: detailed });
  });

  it('I12 refuses what is no mapping, with the path', () => {
    expect(parseMapping({ ...contacts, fields: [] })).toMatchObject({
      problem: { code: 'imports/invalid-mapping', path: 'fields' },
    });
    expect(parseMapping({ ...contacts, system: 'a.b' })).toMatchObject({ problem: { path: 'system' } });
    expect(parseMapping(null)).toMatchObject({ problem: { code: 'imports/invalid-mapping' } });
    const withSource = (source: unknown): unknown => ({ ...contacts, fields: [{ field: 'x', from: [source] }] });
    expect(parseMapping(withSource({ column: 'a', read: { as: 'day', format: 'dd/MM' } }))).toMatchObject({
      problem: { path: 'fields.0', message: expect.stringContaining('needs a year') },
    });
    expect(parseMapping(withSource({ lookup: 'nobody' }))).toMatchObject({ problem: { path: 'fields.0' } });
    expect(parseMapping(withSource({ template: '{nobody.name}' }))).toMatchObject({ problem: { path: 'fields.0' } });
    expect(parseMapping(withSource({ stage: 'stage' }))).toMatchObject({
      problem: { message: expect.stringContaining('Declare it under "pipeline"') },
    });
  });

  it('I12 refuses a file that lacks a column, naming what is near', () => {
    expect(planImport(contacts, ['id', 'Firstname', 'Last Name'])).toMatchObject({
      problem: {
        code: 'imports/missing-column',
        message:
          'The file has no column "First Name" (is it "Firstname"?), which "Contacts" reads. It has: id, Firstname, Last Name. Rename the column, or change the mapping.',
        path: 'First Name',
      },
    });
  });

  it('I20 recognises a file by its header: the mapping that reads most of it', () => {
    expect(recogniseMapping(['id', 'First Name', 'Last Name', 'Title', 'more'], [contacts, detailed])).toBe(detailed);
    expect(recogniseMapping(['id', 'First Name', 'Last Name'], [contacts, detailed])).toBe(contacts);
    expect(recogniseMapping(['a', 'b'], [contacts, detailed])).toBeUndefined();
  });

  it('I17 suggests names that differ in few letters, and none that do not', () => {
    const names = ['GTX Pro', 'GTX Plus Pro', 'GTX Basic', 'MG Special', 'GTK 500', 'GTX Pro'];
    expect(nearNames('GTXPro', names)).toEqual(['GTX Pro']);
    expect(nearNames('gtx plus-pro', names)).toEqual(['GTX Plus Pro']);
    expect(nearNames('Müller', ['Muller', 'Möller', 'Maier'])).toEqual(['Muller', 'Möller']);
    expect(nearNames('Something else', names)).toEqual([]);
  });
});
