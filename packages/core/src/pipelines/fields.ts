import { ENTITY_FIELDS } from '../fields/entity-definition.js';
import type { BuiltInEntity } from '../fields/field.js';
import { label } from '../fields/labels.js';

/** Pipelines, with the fields they have from the start. Their stages have no custom fields of their own. */
export const pipelineFields: BuiltInEntity = {
  kind: 'pipeline',
  collection: 'pipelines',
  labels: label('Pipeline', '销售流程'),
  plural: label('Pipelines', '销售流程'),
  fields: [{ name: 'name', type: 'text', labels: label('Name', '名称'), required: true }, ...ENTITY_FIELDS],
};
