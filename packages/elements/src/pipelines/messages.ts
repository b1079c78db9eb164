import type { Deal } from '@kith/core';
import type { Format } from '../base/format.js';
import { messages } from '../base/locale.js';

/** What can be agreed on as the next step of a deal. */
export type NextStepKind = NonNullable<Deal['nextStep']>['kind'];

/** The sentences of the pipeline board. */
export const boardMessages = messages({
  en: (format: Format) => ({
    loading: 'Loading deals',
    noPipeline: 'No pipeline yet',
    noPipelineHow: 'Import deals, or add a pipeline, and its stages stand here.',
    unknownPipeline: 'This pipeline does not exist',
    unknownPipelineHow: 'It may have been deleted, or the address is an old one.',
    failed: 'The deals cannot be read',
    tryAgain: 'Try again',
    newDeal: 'New deal',
    open: 'open',
    weighted: 'weighted',
    weightedWhy: (probability: number) => `Amount × ${format.percent(probability)}`,
    howTo:
      'Arrow keys go from card to card. M opens the move menu. Space takes a card up; then arrow keys move it, Enter puts it down and Escape puts it back.',
    dealCount: (count: number) => format.plural(count, { one: '1 deal', other: `${format.number(count)} deals` }),
    addTo: (stage: string) => `Add a deal to ${stage}`,
    quickAdd: (stage: string) => `New deal in ${stage}`,
    dealTitle: 'Deal title',
    amount: 'Amount',
    add: 'Add',
    addAnother: 'add another',
    close: 'close',
    added: (name: string, stage: string) => `${name} added to ${stage}`,
    titleMissing: 'A deal needs a title.',
    notAnAmount: 'Write an amount, such as 1,250.',
    empty: 'No deals',
    emptyBoard: 'No deals yet',
    emptyBoardHow: 'Add the first one, or import them.',
    emptyWon: 'Nothing won yet',
    emptyWonHow: 'Deals you win land here.',
    moveDeal: (name: string) => `Move ${name}`,
    move: 'Move…',
    moveTo: 'Move to',
    asksFirst: (stage: string) => `${stage}…`,
    place: 'Place in the column',
    toTop: 'To the top',
    toBottom: 'To the bottom',
    moved: (name: string, stage: string) => `${name} moved to ${stage}`,
    placed: (name: string, position: number, total: number) =>
      `${name} is now ${format.number(position)} of ${format.number(total)}`,
    lifted: (name: string, stage: string, position: number, total: number) =>
      `${name} taken up in ${stage}, ${format.number(position)} of ${format.number(total)}.`,
    over: (stage: string, position: number, total: number) =>
      `${stage}, ${format.number(position)} of ${format.number(total)}.`,
    overRefused: (stage: string, why: string) => `${stage} is not possible: ${why}`,
    putBack: (name: string) => `${name} put back.`,
    noNextStep: 'No next step',
    nextStep: (kind: NextStepKind, when: string | undefined) => {
      const word = { call: 'Call', email: 'Email', meeting: 'Meeting', task: 'Task' }[kind];
      return when ? `${word} ${when}` : word;
    },
    overdue: (kind: NextStepKind, days: number) => {
      const word = { call: 'Call', email: 'Email', meeting: 'Meeting', task: 'Task' }[kind];
      return `${word} ${format.number(days)} d late`;
    },
    wonOn: (day: string) => `Won ${day}`,
    lostOn: (day: string) => `Lost ${day}`,
    rotting: (days: number) =>
      format.plural(days, { one: 'No progress for 1 day', other: `No progress for ${format.number(days)} days` }),
    days: (days: number) => `${format.number(days)} d`,
    owner: (name: string) => `Owner: ${name}`,
  }),
  'zh-Hans': (format) => ({
    loading: '正在加载商机',
    noPipeline: '还没有销售管道',
    noPipelineHow: '导入商机或新建管道后，各阶段会显示在这里。',
    unknownPipeline: '该管道不存在',
    unknownPipelineHow: '它可能已被删除，或链接已失效。',
    failed: '无法读取商机',
    tryAgain: '重试',
    newDeal: '新建商机',
    open: '进行中',
    weighted: '加权',
    weightedWhy: (probability) => `金额 × ${format.percent(probability)}`,
    howTo: '方向键在卡片间移动。M 打开移动菜单。空格拿起卡片，再用方向键移动，回车放下，Esc 放回。',
    dealCount: (count) => `${format.number(count)} 个商机`,
    addTo: (stage) => `在“${stage}”中新建商机`,
    quickAdd: (stage) => `“${stage}”中的新商机`,
    dealTitle: '商机名称',
    amount: '金额',
    add: '添加',
    addAnother: '继续添加',
    close: '关闭',
    added: (name, stage) => `${name} 已添加到“${stage}”`,
    titleMissing: '请填写商机名称。',
    notAnAmount: '请填写金额，例如 1,250。',
    empty: '没有商机',
    emptyBoard: '还没有商机',
    emptyBoardHow: '新建第一个商机，或批量导入。',
    emptyWon: '还没有赢单',
    emptyWonHow: '赢下的商机会出现在这里。',
    moveDeal: (name) => `移动 ${name}`,
    move: '移动…',
    moveTo: '移动到',
    asksFirst: (stage) => `${stage}…`,
    place: '列内位置',
    toTop: '移到顶部',
    toBottom: '移到底部',
    moved: (name, stage) => `${name} 已移到“${stage}”`,
    placed: (name, position, total) => `${name} 现在是第 ${format.number(position)} 个，共 ${format.number(total)} 个`,
    lifted: (name, stage, position, total) =>
      `已拿起 ${name}，位于“${stage}”第 ${format.number(position)} 个，共 ${format.number(total)} 个。`,
    over: (stage, position, total) => `“${stage}”，第 ${format.number(position)} 个，共 ${format.number(total)} 个。`,
    overRefused: (stage, why) => `不能移到“${stage}”：${why}`,
    putBack: (name) => `${name} 已放回。`,
    noNextStep: '没有下一步',
    nextStep: (kind, when) => {
      const word = { call: '电话', email: '邮件', meeting: '会议', task: '任务' }[kind];
      return when ? `${word} ${when}` : word;
    },
    overdue: (kind, days) => {
      const word = { call: '电话', email: '邮件', meeting: '会议', task: '任务' }[kind];
      return `${word}逾期${format.number(days)}天`;
    },
    wonOn: (day) => `${day} 赢单`,
    lostOn: (day) => `${day} 丢单`,
    rotting: (days) => `已有 ${format.number(days)} 天没有进展`,
    days: (days) => `${format.number(days)} 天`,
    owner: (name) => `负责人：${name}`,
  }),
});

/** The board's sentences in one language. */
export type BoardSentences = ReturnType<(typeof boardMessages)['en']>;
