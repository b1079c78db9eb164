import { fieldRegistry } from '@kith/core/fields';
import { expect, it } from 'vitest';
import { columnsOf, movedColumn, viewColumns } from '../../../packages/elements/src/lists/columns.js';
import { isView } from '../../../packages/elements/src/lists/kept-view.js';
import { nextOrder } from '../../../packages/elements/src/lists/list-view.js';

const ENGLISH = { lang: 'en-GB', language: 'en' } as const;
const fields = fieldRegistry().fieldsOf('contact');
const DEFAULTS = ['name', 'jobTitle', 'ownerId'];

it('LS42 makes columns of a view: pinned ones first, widths within reason, without fields that are gone', () => {
  const view = {
    columns: [
      { path: 'jobTitle', width: 4 },
      { path: 'customFields.gone' },
      { path: 'name' },
      { path: 'tags', isPinned: true, width: 9_000 },
      { path: 'description' },
    ],
  };
  const columns = columnsOf(view, DEFAULTS, fields, ENGLISH);
  expect(columns.map(({ path, width, isPinned }) => [path, width, isPinned])).toEqual([
    ['name', 250, true],
    ['tags', 720, true],
    ['jobTitle', 64, false],
  ]);
  expect(columnsOf({}, DEFAULTS, fields, { lang: 'zh-CN', language: 'zh-Hans' }).map(({ label }) => label)).toEqual([
    '姓名',
    '职位',
    '负责人',
  ]);
  expect(columnsOf({ columns: viewColumns(columns) }, DEFAULTS, fields, ENGLISH)).toEqual(columns);
});

it('LS43 moves a column within its kind: pinned among pinned, and nothing before the one that names a row', () => {
  const columns = columnsOf({}, DEFAULTS, fields, ENGLISH);
  const paths = (to: number): readonly string[] => movedColumn(columns, 'ownerId', to).map(({ path }) => path);
  expect([paths(0), paths(9)]).toEqual([
    ['name', 'ownerId', 'jobTitle'],
    ['name', 'jobTitle', 'ownerId'],
  ]);
  expect(movedColumn(columns, 'name', 2)).toBe(columns);
});

it('LS44 sorts up, down and not at all, by one field or by several', () => {
  const once = nextOrder([], 'name', false);
  const twice = nextOrder(once, 'name', false);
  expect([once, twice, nextOrder(twice, 'name', false)]).toEqual([[['name', 'asc']], [['name', 'desc']], []]);
  const both = nextOrder(once, 'jobTitle', true);
  expect(nextOrder(both, 'name', true)).toEqual([
    ['name', 'desc'],
    ['jobTitle', 'asc'],
  ]);
});

it('LS45 takes nothing for a view that is none', () => {
  for (const wrong of [
    undefined,
    null,
    'x',
    [],
    { columns: 'name' },
    { order: [['name']] },
    { group: 3 },
    { filters: [{ path: 'name' }] },
  ])
    expect([wrong, isView(wrong)]).toEqual([wrong, false]);
  expect(isView({ columns: [{ path: 'name' }], order: [['name', 'asc']], group: 'ownerId' })).toBe(true);
});
