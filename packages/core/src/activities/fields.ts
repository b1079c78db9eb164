import { ENTITY_FIELDS } from '../fields/entity-definition.js';
import type { BuiltInEntity } from '../fields/field.js';
import { label } from '../fields/labels.js';

/** What was done or is to be done, with the fields it has from the start. */
export const activityFields: BuiltInEntity = {
  kind: 'activity',
  collection: 'activities',
  labels: label('Activity', '活动'),
  plural: label('Activities', '活动'),
  fields: [
    {
      name: 'kind',
      type: 'choice',
      labels: label('Kind', '类型'),
      required: true,
      options: [
        { value: 'call', labels: label('Call', '电话') },
        { value: 'email', labels: label('E-mail', '电子邮件') },
        { value: 'meeting', labels: label('Meeting', '会议') },
        { value: 'note', labels: label('Note', '备注') },
        { value: 'task', labels: label('Task', '任务') },
      ],
    },
    { name: 'subject', type: 'text', labels: label('Subject', '主题'), required: true, searched: true },
    { name: 'body', type: 'longText', labels: label('Text', '正文'), searched: true },
    {
      name: 'status',
      type: 'choice',
      labels: label('Status', '状态'),
      isReadOnly: true,
      options: [
        { value: 'planned', labels: label('Planned', '计划中') },
        { value: 'done', labels: label('Done', '已完成') },
        { value: 'cancelled', labels: label('Cancelled', '已取消') },
      ],
    },
    {
      name: 'direction',
      type: 'choice',
      labels: label('Direction', '方向'),
      options: [
        { value: 'inbound', labels: label('Inbound', '呼入') },
        { value: 'outbound', labels: label('Outbound', '呼出') },
      ],
    },
    { name: 'at', type: 'instant', labels: label('At', '时间'), required: true },
    { name: 'dueDay', type: 'day', labels: label('Due', '截止日期') },
    {
      name: 'priority',
      isDetail: true,
      type: 'choice',
      labels: label('Priority', '优先级'),
      options: [
        { value: 'high', labels: label('High', '高') },
        { value: 'low', labels: label('Low', '低') },
      ],
    },
    { name: 'durationMinutes', type: 'number', labels: label('Minutes', '时长（分钟）'), least: 0 },
    { name: 'completedAt', type: 'instant', labels: label('Completed', '完成时间'), isReadOnly: true },
    { name: 'outcome', type: 'text', labels: label('Outcome', '结果') },
    { name: 'contactId', type: 'reference', labels: label('Contact', '联系人'), to: 'contact' },
    { name: 'companyId', type: 'reference', labels: label('Company', '公司'), to: 'company' },
    { name: 'dealId', type: 'reference', labels: label('Deal', '商机'), to: 'deal' },
    ...ENTITY_FIELDS,
  ],
};
