import { ENTITY_FIELDS } from '../fields/entity-definition.js';
import type { BuiltInEntity } from '../fields/field.js';
import { label } from '../fields/labels.js';

/** Who works with the CRM, with the fields they have from the start. */
export const userFields: BuiltInEntity = {
  kind: 'user',
  collection: 'users',
  labels: label('User', '用户'),
  plural: label('Users', '用户'),
  fields: [
    {
      name: 'name',
      type: 'text',
      labels: label('Name', '姓名'),
      required: true,
      searched: true,
      sensitivity: 'personal',
    },
    { name: 'email', type: 'email', labels: label('E-mail', '电子邮件'), searched: true, sensitivity: 'personal' },
    { name: 'teamId', type: 'reference', labels: label('Team', '团队'), to: 'team' },
    { name: 'managerId', type: 'user', labels: label('Manager', '经理') },
    { name: 'roles', type: 'text', labels: label('Roles', '角色'), isMany: true },
    { name: 'territories', type: 'text', labels: label('Territories', '负责区域'), isMany: true },
    { name: 'locale', type: 'text', labels: label('Language', '语言') },
    { name: 'timeZone', type: 'text', labels: label('Time zone', '时区') },
    { name: 'active', type: 'boolean', labels: label('Active', '在职') },
    ...ENTITY_FIELDS,
  ],
};

/** People who work together, with the fields a team has from the start. */
export const teamFields: BuiltInEntity = {
  kind: 'team',
  collection: 'teams',
  labels: label('Team', '团队'),
  plural: label('Teams', '团队'),
  fields: [
    { name: 'name', type: 'text', labels: label('Name', '名称'), required: true },
    { name: 'managerId', type: 'user', labels: label('Manager', '经理') },
    { name: 'region', type: 'text', labels: label('Region', '地区') },
    ...ENTITY_FIELDS,
  ],
};
