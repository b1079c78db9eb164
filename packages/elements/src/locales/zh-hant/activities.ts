import type { Features } from '../translation.js';

/** `Intl` writes a space before 天 and 分鐘 here; the gap is the layout's. */
const close = (text: string): string => text.replace(/(?<=\p{N}) (?=\p{Script=Han})/u, '');

/** The sentences of src/activities in traditional Chinese. */
export const activities: Features['activities'] = {
  timeline: (format) => ({
    title: '時間軸',
    kinds: { call: '電話', email: '電子郵件', meeting: '會議', note: '備註', task: '工作', move: '商機動態' },
    did: { call: '打了電話', email: '寄了電子郵件', meeting: '開了會', note: '寫了備註', task: '完成了工作' },
    received: { call: '接了電話', email: '收到電子郵件', meeting: '開了會', note: '寫了備註', task: '完成了工作' },
    plans: { call: '將打電話', email: '將寄電子郵件', meeting: '有會議', note: '將寫備註', task: '有工作' },
    cancelled: '已取消',
    lasting: (what, minutes) => `${what}，${close(minutes)}`,
    things: { call: '電話', email: '電子郵件', meeting: '會議', note: '備註', task: '工作' },
    next: '接下來',
    thisWeek: '本週',
    earlierIn: (month) => `${month}稍早`,
    dayAndTime: (day, time) => `${day} ${time}`,
    due: (when) => `${close(when)}到期`,
    overdue: (days) => `逾期${format.number(days)}天`,
    complete: (subject) => `將「${subject}」標示為完成`,
    completed: {
      call: '電話已完成',
      email: '電子郵件已完成',
      meeting: '會議已完成',
      note: '備註已完成',
      task: '工作已完成',
    },
    allKinds: '全部類型',
    filter: '依類型篩選',
    older: (chunk, left) =>
      chunk < left
        ? `顯示較早${format.number(left)}筆中的${format.number(chunk)}筆`
        : `顯示較早的${format.number(left)}筆`,
    laterPlans: (left) => `顯示之後的${format.number(left)}項計畫`,
    more: '展開',
    less: '收合',
    emptyTitle: '這裡還沒有內容',
    emptyText: '記錄或安排的備註、電話、電子郵件、會議和工作，以及商機的進展，都會顯示在這裡。',
    filteredTitle: (kind) => `沒有${kind}`,
    filteredText: (kind) => `目前只顯示${kind}。`,
    showAll: '顯示全部類型',
    failedTitle: '無法讀取時間軸',
    failedText: '資料沒有遺失。請再試一次，或重新載入頁面。',
    again: '再試一次',
    loading: '正在讀取時間軸',
    compose: {
      title: '記錄活動',
      kindLabel: '項目類型',
      kinds: { note: '備註', call: '電話', email: '電子郵件', task: '工作' },
      labels: { note: '備註', call: '通話內容', email: '主旨', task: '待辦事項' },
      placeholders: { note: '寫備註', call: '通話中說了什麼', email: '電子郵件主旨', task: '要做什麼' },
    },
  }),
  moves: () => ({
    did: {
      opened: '建立了商機',
      moved: '移動了商機',
      won: '贏得了商機',
      lost: '將商機標示為未成交',
      reopened: '重新開啟了商機',
    },
    alone: {
      opened: '商機已建立',
      moved: '商機換了階段',
      won: '商機已成交',
      lost: '商機未成交',
      reopened: '商機已重新開啟',
    },
    to: '到',
  }),
  composerFoot: () => ({
    body: '內文',
    minutes: '分鐘',
    direction: '方向',
    outbound: { call: '我方撥出', email: '我方寄出' },
    inbound: { call: '對方來電', email: '對方來信' },
    dueDay: '到期日',
    save: { note: '儲存備註', call: '記錄電話', email: '記錄電子郵件', task: '新增工作' },
    cancel: '取消',
    empty: '請先寫些內容。',
    done: { note: '備註已儲存', call: '電話已記錄', email: '電子郵件已記錄', task: '工作已新增' },
  }),
};
