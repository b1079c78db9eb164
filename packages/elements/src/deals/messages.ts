import { type Messages, messages } from '../base/locale.js';
import type { RecordStateSentences } from '../parts/record-state.js';

/** What the deal panel says. */
export interface DealSentences extends RecordStateSentences {
  readonly open: string;
  readonly won: string;
  readonly lost: string;
  readonly win: string;
  readonly lose: string;
  readonly reopen: string;
  readonly stages: string;
  readonly moveTo: (stage: string, probability: string) => string;
  readonly moved: (stage: string) => string;
  readonly wasWon: string;
  readonly wasLost: string;
  readonly reopened: string;
  readonly details: string;
  readonly amount: string;
  readonly value: string;
  readonly weighted: string;
  readonly probability: string;
  readonly expectedClose: string;
  readonly closed: string;
  readonly lossReason: string;
  readonly name: string;
  readonly owner: string;
  readonly company: string;
  readonly pipeline: string;
  readonly source: string;
  readonly description: string;
  readonly nextStep: string;
  readonly nextSubject: string;
  readonly nextDay: string;
  readonly contacts: string;
  readonly products: string;
  readonly noContacts: string;
  readonly noProducts: string;
  readonly history: string;
  readonly stage: string;
  readonly entered: string;
  readonly by: string;
  readonly lasted: string;
  readonly soFar: (duration: string) => string;
  readonly saved: (label: string) => string;
  readonly notAnAmount: string;
  readonly notAName: string;
  readonly unknown: string;
}

export const dealMessages: Messages<DealSentences> = messages<DealSentences>({
  en: () => ({
    loading: 'Reading the deal',
    missingTitle: 'There is no such deal',
    missingText: 'It may have been deleted, or the link is wrong.',
    failedTitle: 'The deal could not be read',
    failedText: 'Nothing is lost. Try again, or reload the page.',
    again: 'Try again',
    open: 'Open',
    won: 'Won',
    lost: 'Lost',
    win: 'Win deal',
    lose: 'Lose',
    reopen: 'Reopen deal',
    stages: 'Stages',
    moveTo: (stage, probability) => `Move to ${stage}, ${probability} likely`,
    moved: (stage) => `Moved to ${stage}`,
    wasWon: 'Deal won',
    wasLost: 'Deal lost',
    reopened: 'Deal reopened',
    details: 'Details',
    amount: 'Amount',
    value: 'Won value',
    weighted: 'Weighted',
    probability: 'Probability',
    expectedClose: 'Expected close',
    closed: 'Closed',
    lossReason: 'Loss reason',
    name: 'Name',
    owner: 'Owner',
    company: 'Company',
    pipeline: 'Pipeline',
    source: 'Source',
    description: 'Description',
    nextStep: 'Next step',
    nextSubject: 'What',
    nextDay: 'When',
    contacts: 'Contacts',
    products: 'Products',
    noContacts: 'Nobody is named on this deal.',
    noProducts: 'No products on this deal.',
    history: 'Stage history',
    stage: 'Stage',
    entered: 'Entered',
    by: 'By',
    lasted: 'Time',
    soFar: (duration) => `${duration} so far`,
    saved: (label) => `${label} saved`,
    notAnAmount: 'Write an amount in digits, such as 1250.50.',
    notAName: 'Give the deal a name.',
    unknown: 'Unknown',
  }),
  'zh-Hans': () => ({
    loading: '正在读取商机',
    missingTitle: '没有这个商机',
    missingText: '它可能已被删除，或链接有误。',
    failedTitle: '无法读取商机',
    failedText: '数据没有丢失。请重试，或重新加载页面。',
    again: '重试',
    open: '进行中',
    won: '已赢单',
    lost: '已丢单',
    win: '赢单',
    lose: '丢单',
    reopen: '重新打开',
    stages: '阶段',
    moveTo: (stage, probability) => `移到${stage}，赢单概率 ${probability}`,
    moved: (stage) => `已移到${stage}`,
    wasWon: '已赢单',
    wasLost: '已丢单',
    reopened: '商机已重新打开',
    details: '详情',
    amount: '金额',
    value: '成交金额',
    weighted: '加权金额',
    probability: '赢单概率',
    expectedClose: '预计关闭日',
    closed: '关闭日',
    lossReason: '丢单原因',
    name: '名称',
    owner: '负责人',
    company: '公司',
    pipeline: '管道',
    source: '来源',
    description: '说明',
    nextStep: '下一步',
    nextSubject: '事项',
    nextDay: '日期',
    contacts: '联系人',
    products: '产品',
    noContacts: '此商机还没有联系人。',
    noProducts: '此商机还没有产品。',
    history: '阶段历史',
    stage: '阶段',
    entered: '进入日期',
    by: '操作人',
    lasted: '时长',
    soFar: (duration) => `至今 ${duration}`,
    saved: (label) => `${label}已保存`,
    notAnAmount: '请用数字填写金额，例如 1250.50。',
    notAName: '请填写商机名称。',
    unknown: '未知',
  }),
});
