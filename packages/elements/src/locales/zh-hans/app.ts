import type { Features } from '../translation.js';

/** The sentences of src/app in simplified Chinese. */
export const app: Features['app'] = {
  app: () => ({
    undo: '撤销',
    redo: '重做',
    undone: '已撤销',
    redone: '已重做',
    dismiss: '关闭',
    cancel: '取消',
    close: '关闭',
    save: '保存',
    optional: '选填',
    notifications: '通知',
    notSaved: (why) => `未保存。${why}`,
    opening: '正在打开…',
    cannotOpen: '无法打开数据',
    tryAgain: '重试',
    fillIn: '请填写此项后继续。',
    asks: {
      'deals/loss-reason-required': { title: '丢单原因是什么？', action: '标记为丢单' },
      'deals/value-required': { title: '成交金额是多少？', action: '标记为赢单' },
      'deals/negative-value': { title: '成交金额是多少？', action: '标记为赢单' },
    },
    stageAsks: (stage) => ({ title: `“${stage}”需要的信息`, action: '移动' }),
    fields: { lossReason: '原因', lossNote: '备注', actualValue: '金额', closeDay: '关闭日期' },
    lossReasons: ['价格', '竞争对手', '没有预算', '迟迟未决', '时机不对', '缺少功能'],
  }),
};
