import type { Contact } from '@kith/core';
import { type Messages, messages } from '../base/locale.js';
import type { RecordStateSentences } from '../parts/record-state.js';

/** What the contact card says. */
export interface ContactSentences extends RecordStateSentences {
  readonly email: string;
  readonly call: string;
  readonly logActivity: string;
  readonly note: string;
  readonly openRecord: string;
  readonly noEmail: string;
  readonly noPhone: string;
  readonly details: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly company: string;
  readonly phone: string;
  readonly owner: string;
  readonly lifecycle: string;
  readonly birthday: string;
  readonly language: string;
  readonly timeZone: string;
  readonly preferredChannel: string;
  readonly channels: Readonly<Record<NonNullable<Contact['preferredChannel']>, string>>;
  readonly source: string;
  readonly address: string;
  readonly description: string;
  readonly showEmpty: (count: number) => string;
  readonly hideEmpty: string;
  readonly localTime: (time: string) => string;
  readonly tags: string;
  readonly openDeals: string;
  readonly noOpenDeals: string;
  readonly inDeals: string;
  readonly won: string;
  readonly deals: string;
  readonly dueOn: (day: string) => string;
  readonly overdueSince: (day: string) => string;
  readonly closesOn: (day: string) => string;
  readonly wasToClose: (day: string) => string;
  readonly showMore: (count: number) => string;
  readonly saved: (label: string) => string;
  readonly notAName: string;
  readonly unknown: string;
}

export const contactMessages: Messages<ContactSentences> = messages<ContactSentences>({
  en: (format) => ({
    loading: 'Reading the contact',
    missingTitle: 'There is no such contact',
    missingText: 'It may have been deleted, or the link is wrong.',
    failedTitle: 'The contact could not be read',
    failedText: 'Nothing is lost. Try again, or reload the page.',
    again: 'Try again',
    email: 'Email',
    call: 'Call',
    logActivity: 'Log activity',
    note: 'Note',
    openRecord: 'Open',
    noEmail: 'Does not want emails',
    noPhone: 'Does not want calls',
    details: 'Details',
    name: 'Name',
    jobTitle: 'Job title',
    department: 'Department',
    company: 'Company',
    phone: 'Phone',
    owner: 'Owner',
    lifecycle: 'Lifecycle',
    birthday: 'Birthday',
    language: 'Language',
    timeZone: 'Time zone',
    preferredChannel: 'Prefers',
    channels: { email: 'Email', phone: 'Phone', chat: 'Chat', post: 'Post' },
    source: 'Source',
    address: 'Address',
    description: 'Description',
    showEmpty: (count) =>
      format.plural(count, {
        one: `Show ${format.number(count)} empty field`,
        other: `Show ${format.number(count)} empty fields`,
      }),
    hideEmpty: 'Hide empty fields',
    localTime: (time) => `${time} there`,
    tags: 'Tags',
    openDeals: 'Open deals',
    noOpenDeals: 'No open deals.',
    inDeals: 'In deals',
    won: 'Won',
    deals: 'Open deals',
    dueOn: (day) => `Due ${day}`,
    overdueSince: (day) => `Was due ${day}`,
    closesOn: (day) => `Closes ${day}`,
    wasToClose: (day) => `Was to close ${day}`,
    showMore: (count) => `Show ${format.number(count)} more`,
    saved: (label) => `${label} saved`,
    notAName: 'Give the contact a name.',
    unknown: 'Unknown',
  }),
  'zh-Hans': (format) => ({
    loading: '正在读取联系人',
    missingTitle: '没有这位联系人',
    missingText: '可能已被删除，或链接有误。',
    failedTitle: '无法读取联系人',
    failedText: '数据没有丢失。请重试，或重新加载页面。',
    again: '重试',
    email: '邮件',
    call: '拨打',
    logActivity: '记录活动',
    note: '备注',
    openRecord: '打开',
    noEmail: '不接收邮件',
    noPhone: '不接听电话',
    details: '详情',
    name: '姓名',
    jobTitle: '职位',
    department: '部门',
    company: '公司',
    phone: '电话',
    owner: '负责人',
    lifecycle: '生命周期',
    birthday: '生日',
    language: '语言',
    timeZone: '时区',
    preferredChannel: '偏好方式',
    channels: { email: '邮件', phone: '电话', chat: '聊天', post: '信函' },
    source: '来源',
    address: '地址',
    description: '说明',
    showEmpty: (count) => `显示 ${format.number(count)} 个空字段`,
    hideEmpty: '隐藏空字段',
    localTime: (time) => `当地 ${time}`,
    tags: '标签',
    openDeals: '进行中的商机',
    noOpenDeals: '没有进行中的商机。',
    inDeals: '商机金额',
    won: '已成交',
    deals: '进行中',
    dueOn: (day) => `${day}到期`,
    overdueSince: (day) => `${day}已到期`,
    closesOn: (day) => `预计${day}关闭`,
    wasToClose: (day) => `原定${day}关闭`,
    showMore: (count) => `再显示 ${format.number(count)} 条`,
    saved: (label) => `${label}已保存`,
    notAName: '请填写姓名。',
    unknown: '未知',
  }),
});
