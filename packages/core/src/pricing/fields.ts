import { ENTITY_FIELDS } from '../fields/entity-definition.js';
import type { BuiltInEntity } from '../fields/field.js';
import { label } from '../fields/labels.js';

/** Price books, with the fields they have from the start. */
export const priceBookFields: BuiltInEntity = {
  kind: 'priceBook',
  collection: 'priceBooks',
  labels: label('Price book', '价目表'),
  plural: label('Price books', '价目表'),
  fields: [
    { name: 'name', type: 'text', labels: label('Name', '名称'), required: true, searched: true },
    { name: 'currency', type: 'text', labels: label('Currency', '货币'), required: true },
    {
      name: 'tax',
      type: 'choice',
      labels: label('Tax', '税'),
      required: true,
      options: [
        { value: 'exclusive', labels: label('On top', '价外税') },
        { value: 'inclusive', labels: label('Included', '含税') },
      ],
    },
    { name: 'from', type: 'day', labels: label('From', '生效日期') },
    { name: 'to', type: 'day', labels: label('To', '失效日期') },
    ...ENTITY_FIELDS,
  ],
};

/** What products cost in price books. */
export const listPriceFields: BuiltInEntity = {
  kind: 'listPrice',
  collection: 'listPrices',
  labels: label('List price', '标价'),
  plural: label('List prices', '标价'),
  fields: [
    { name: 'priceBookId', type: 'reference', labels: label('Price book', '价目表'), required: true, to: 'priceBook' },
    { name: 'productId', type: 'reference', labels: label('Product', '产品'), required: true, to: 'product' },
    { name: 'price', type: 'money', labels: label('Price', '价格'), required: true, least: 0 },
    { name: 'per', type: 'number', labels: label('Per', '计价数量'), least: 1, decimals: 0 },
    { name: 'taxPercent', type: 'percent', labels: label('Tax rate', '税率'), least: 0 },
    { name: 'from', type: 'day', labels: label('From', '生效日期') },
    { name: 'to', type: 'day', labels: label('To', '失效日期') },
    ...ENTITY_FIELDS,
  ],
};
