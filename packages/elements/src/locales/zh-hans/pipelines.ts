import type { Features } from '../translation.js';

/** The sentences of src/pipelines in simplified Chinese. */
export const pipelines: Features['pipelines'] = {
  board: (format) => ({
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
    dealCount: (count) => `${format.number(count)}个商机`,
    addTo: (stage) => `在“${stage}”中新建商机`,
    empty: '没有商机',
    emptyBoard: '还没有商机',
    emptyBoardHow: '新建第一个商机，或批量导入。',
    emptyWon: '还没有赢单',
    emptyWonHow: '赢下的商机会出现在这里。',
    moveDeal: (name) => `移动“${name}”`,
    move: '移动…',
    noNextStep: '没有下一步',
    nextStep: (kind, when) => {
      const word = { call: '电话', email: '邮件', meeting: '会议', task: '任务' }[kind];
      return when ? `${word} ${when}` : word;
    },
    overdue: (kind, days) => {
      const word = { call: '电话', email: '邮件', meeting: '会议', task: '任务' }[kind];
      return `${word}逾期${format.number(days)}天`;
    },
    wonOn: (day) => `${day}赢单`,
    lostOn: (day) => `${day}丢单`,
    rotting: (days) => `已有${format.number(days)}天没有进展`,
    days: (days) => `${format.number(days)}天`,
    owner: (name) => `负责人：${name}`,
  }),
  hands: (format) => ({
    howTo: '方向键在卡片间移动。M打开移动菜单。空格拿起卡片，再用方向键移动，回车放下，Esc放回。',
    quickAdd: (stage) => `“${stage}”中的新商机`,
    dealTitle: '商机名称',
    amount: '金额',
    add: '添加',
    addAnother: '继续添加',
    close: '关闭',
    added: (name, stage) => `“${name}”已添加到“${stage}”`,
    titleMissing: '请填写商机名称。',
    notAnAmount: `请填写金额，例如${format.number(1250)}。`,
    moveTo: '移动到',
    asksFirst: (stage) => `${stage}…`,
    place: '列内位置',
    toTop: '移到顶部',
    toBottom: '移到底部',
    moved: (name, stage) => `“${name}”已移到“${stage}”`,
    placed: (name, position, total) => `“${name}”现在是第${format.number(position)}个，共${format.number(total)}个`,
    lifted: (name, stage, position, total) =>
      `已拿起“${name}”，位于“${stage}”第${format.number(position)}个，共${format.number(total)}个。`,
    over: (stage, position, total) => `“${stage}”，第${format.number(position)}个，共${format.number(total)}个。`,
    overRefused: (stage, why) => `不能移到“${stage}”：${why}`,
    putBack: (name) => `“${name}”已放回。`,
  }),
};
