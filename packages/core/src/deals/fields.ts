import { ENTITY_FIELDS } from '../fields/entity-definition.js';
import type { BuiltInEntity } from '../fields/field.js';
import { label } from '../fields/labels.js';

/** Chances to sell, with the fields they have from the start. */
export const dealFields: BuiltInEntity = {
  kind: 'deal',
  collection: 'deals',
  labels: label('Deal', '商机'),
  plural: label('Deals', '商机'),
  fields: [
    { name: 'name', type: 'text', labels: label('Name', '名称'), required: true, searched: true },
    { name: 'amount', type: 'money', labels: label('Amount', '金额'), least: 0 },
    { name: 'pipelineId', type: 'reference', labels: label('Pipeline', '销售流程'), required: true, to: 'pipeline' },
    { name: 'stageId', type: 'reference', labels: label('Stage', '阶段'), required: true, to: 'stage' },
    {
      name: 'status',
      type: 'choice',
      labels: label('Status', '状态'),
      isReadOnly: true,
      options: [
        { value: 'open', labels: label('Open', '进行中') },
        { value: 'won', labels: label('Won', '赢单') },
        { value: 'lost', labels: label('Lost', '输单') },
      ],
    },
    { name: 'companyId', type: 'reference', labels: label('Company', '公司'), to: 'company' },
    { name: 'contactIds', type: 'reference', labels: label('Contacts', '联系人'), to: 'contact', isMany: true },
    { name: 'productIds', type: 'reference', labels: label('Products', '产品'), to: 'product', isMany: true },
    { name: 'teamId', type: 'reference', labels: label('Team', '团队'), to: 'team' },
    { name: 'source', type: 'text', labels: label('Source', '来源'), searched: true },
    { name: 'openedDay', type: 'day', labels: label('Opened', '开启日期') },
    { name: 'expectedCloseDay', type: 'day', labels: label('Expected close', '预计成交日期') },
    { name: 'actualCloseDay', type: 'day', labels: label('Closed', '实际成交日期'), isReadOnly: true },
    { name: 'actualValue', type: 'money', labels: label('Actual value', '实际金额'), isReadOnly: true },
    { name: 'lossReason', type: 'text', labels: label('Loss reason', '输单原因'), isReadOnly: true },
    { name: 'lossNote', type: 'longText', labels: label('Loss note', '输单说明'), isReadOnly: true },
    {
      name: 'nextStep.kind',
      type: 'choice',
      labels: label('Kind of next step', '下一步类型'),
      options: [
        { value: 'call', labels: label('Call', '电话') },
        { value: 'email', labels: label('E-mail', '电子邮件') },
        { value: 'meeting', labels: label('Meeting', '会议') },
        { value: 'task', labels: label('Task', '任务') },
      ],
    },
    { name: 'nextStep.subject', type: 'text', labels: label('Next step', '下一步'), searched: true },
    { name: 'nextStep.day', type: 'day', labels: label('Day of next step', '下一步日期') },
    { name: 'stageEnteredAt', type: 'instant', labels: label('In this stage since', '进入阶段时间'), isReadOnly: true },
    { name: 'description', type: 'longText', labels: label('Description', '描述') },
    ...ENTITY_FIELDS,
  ],
};
