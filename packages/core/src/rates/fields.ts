import { ENTITY_FIELDS } from '../fields/entity-definition.js';
import type { BuiltInEntity } from '../fields/field.js';
import { label } from '../fields/labels.js';

/** Exchange rates, with the fields they have from the start. */
export const exchangeRateFields: BuiltInEntity = {
  kind: 'exchangeRate',
  collection: 'exchangeRates',
  labels: label('Exchange rate', '汇率'),
  plural: label('Exchange rates', '汇率'),
  fields: [
    { name: 'from', type: 'text', labels: label('From', '源货币'), required: true },
    { name: 'to', type: 'text', labels: label('To', '目标货币'), required: true },
    { name: 'day', type: 'day', labels: label('Day', '日期'), required: true },
    { name: 'rate', type: 'number', labels: label('Rate', '汇率'), required: true },
    { name: 'source', type: 'text', labels: label('Source', '来源') },
    ...ENTITY_FIELDS,
  ],
};
