import type { Features } from '../translation.js';
import { counted, DAYS } from './counted.js';

const STEPS = { call: 'مكالمة', email: 'رسالة', meeting: 'اجتماع', task: 'مهمة' } as const;

const DEALS = {
  none: 'لا فرص',
  one: 'فرصة واحدة',
  two: 'فرصتان',
  few: 'فرص',
  many: 'فرصة',
  other: 'فرصة',
};

/** The sentences of src/pipelines in Arabic. */
export const pipelines: Features['pipelines'] = {
  board: (format) => ({
    loading: 'جارٍ تحميل الفرص',
    noPipeline: 'لا يوجد مسار مبيعات بعد',
    noPipelineHow: 'استورد فرصًا أو أنشئ مسار مبيعات، وستظهر مراحله هنا.',
    unknownPipeline: 'مسار المبيعات هذا غير موجود',
    unknownPipelineHow: 'ربما حُذف، أو أن العنوان قديم.',
    failed: 'تعذّرت قراءة الفرص',
    tryAgain: 'إعادة المحاولة',
    newDeal: 'فرصة جديدة',
    open: 'مفتوح',
    weighted: 'مرجّح',
    weightedWhy: (probability) => `المبلغ × ${format.percent(probability)}`,
    dealCount: (count) => counted(format, count, DEALS),
    addTo: (stage) => `إضافة فرصة إلى ${stage}`,
    empty: 'لا توجد فرص',
    emptyBoard: 'لا توجد فرص بعد',
    emptyBoardHow: 'أضف أول فرصة أو استورد الفرص.',
    emptyWon: 'لم تُكسب أي فرصة بعد',
    emptyWonHow: 'تظهر هنا الفرص التي تكسبها.',
    moveDeal: (name) => `نقل ${name}`,
    move: 'نقل…',
    noNextStep: 'لا توجد خطوة تالية',
    nextStep: (kind, when) => (when ? `${STEPS[kind]} ${when}` : STEPS[kind]),
    overdue: (kind, days) => `${STEPS[kind]}، تأخير ${counted(format, days, DAYS)}`,
    wonOn: (day) => `كُسبت ${day}`,
    lostOn: (day) => `خُسرت ${day}`,
    rotting: (days) => `لا تقدّم منذ ${counted(format, days, DAYS)}`,
    days: (days) => counted(format, days, { ...DAYS, one: 'يوم', two: 'يومان' }),
    owner: (name) => `المسؤول: ${name}`,
  }),
  hands: (format) => ({
    howTo:
      'تنتقل مفاتيح الأسهم من بطاقة إلى أخرى. يفتح M قائمة النقل. ترفع مسافة البطاقة، ثم تحركها الأسهم، ويضعها Enter، ويعيدها Escape إلى مكانها.',
    quickAdd: (stage) => `فرصة جديدة في ${stage}`,
    dealTitle: 'اسم الفرصة',
    amount: 'المبلغ',
    add: 'إضافة',
    addAnother: 'إضافة أخرى',
    close: 'إغلاق',
    added: (name, stage) => `أُضيفت ${name} إلى ${stage}`,
    titleMissing: 'يجب أن يكون للفرصة اسم.',
    notAnAmount: `اكتب مبلغًا، مثل ${format.number(1250)}.`,
    moveTo: 'نقل إلى',
    asksFirst: (stage) => `${stage}…`,
    place: 'المكان في العمود',
    toTop: 'إلى الأعلى',
    toBottom: 'إلى الأسفل',
    moved: (name, stage) => `نُقلت ${name} إلى ${stage}`,
    placed: (name, position, total) => `${name} الآن ${format.number(position)} من أصل ${format.number(total)}`,
    lifted: (name, stage, position, total) =>
      `رُفعت ${name} في ${stage}، ${format.number(position)} من أصل ${format.number(total)}.`,
    over: (stage, position, total) => `${stage}، ${format.number(position)} من أصل ${format.number(total)}.`,
    overRefused: (stage, why) => `لا يمكن النقل إلى ${stage}: ${why}`,
    putBack: (name) => `أُعيدت ${name} إلى مكانها.`,
  }),
};
