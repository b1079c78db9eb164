import type { Features } from '../translation.js';

/** The sentences of src/app in traditional Chinese. */
export const app: Features['app'] = {
  app: () => ({
    undo: '復原',
    redo: '重做',
    undone: '已復原',
    redone: '已重做',
    dismiss: '關閉',
    cancel: '取消',
    close: '關閉',
    save: '儲存',
    optional: '選填',
    notifications: '通知',
    notSaved: (why) => `未儲存。${why}`,
    opening: '正在開啟…',
    cannotOpen: '無法開啟資料',
    tryAgain: '再試一次',
    fillIn: '請填寫此項後繼續。',
    asks: {
      'deals/loss-reason-required': { title: '未成交的原因是什麼？', action: '標示為未成交' },
      'deals/value-required': { title: '成交金額是多少？', action: '標示為成交' },
      'deals/negative-value': { title: '成交金額是多少？', action: '標示為成交' },
    },
    stageAsks: (stage) => ({ title: `「${stage}」需要的資訊`, action: '移動' }),
    fields: { lossReason: '原因', lossNote: '備註', actualValue: '金額', closeDay: '結案日期' },
    lossReasons: ['價格', '競爭對手', '沒有預算', '遲遲未決', '時機不對', '缺少功能'],
  }),
};
