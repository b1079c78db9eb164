import { ENTITY_FIELDS } from '../fields/entity-definition.js';
import type { BuiltInEntity } from '../fields/field.js';
import { label } from '../fields/labels.js';

/** What is sold, with the fields it has from the start. */
export const productFields: BuiltInEntity = {
  kind: 'product',
  collection: 'products',
  labels: label('Product', '产品'),
  plural: label('Products', '产品'),
  fields: [
    { name: 'name', type: 'text', labels: label('Name', '名称'), required: true, searched: true },
    { name: 'sku', type: 'text', labels: label('SKU', '货号'), searched: true },
    { name: 'family', type: 'text', labels: label('Family', '产品系列') },
    { name: 'price', type: 'money', labels: label('List price', '标价') },
    {
      name: 'status',
      type: 'choice',
      labels: label('Status', '状态'),
      options: [
        { value: 'active', labels: label('Active', '在售') },
        { value: 'retired', labels: label('Retired', '停售') },
      ],
    },
    { name: 'description', type: 'longText', labels: label('Description', '描述') },
    ...ENTITY_FIELDS,
  ],
};
