import type { ProblemTexts } from '../../base/locale.js';

/** Refusals in Arabic, by the codes of docs/spec/problems.md; what is left out is told in English. */
export const problems: ProblemTexts = {
  'deals/unknown-stage': () => 'لا توجد هذه المرحلة في مسار المبيعات.',
  'deals/no-such-stage': () => 'تنقص مسار المبيعات مرحلة من هذا النوع. أضفها أولًا.',
  'deals/loss-reason-required': () => 'اذكر سبب خسارة الفرصة.',
  'deals/value-required': () => 'ليس للفرصة مبلغ. اذكر القيمة المكسوبة.',
  'deals/negative-value': () => 'لا يمكن أن تكون القيمة المكسوبة سالبة.',
  'deals/closed-in-the-future': () => 'لا يمكن أن يكون تاريخ الإغلاق في المستقبل.',
  'deals/no-such-day': () => 'هذا اليوم غير موجود.',
  'store/not-found': () => 'لم يعد هذا السجل موجودًا.',
  'store/invalid': () => 'القيمة المدخلة لا تناسب هذا الحقل.',
  'store/not-editable': () => 'لا يمكن تغيير هذا الحقل مباشرة.',
  'store/changed-since': () => 'غيّره شخص آخر في هذه الأثناء. راجع القيمة الحالية وغيّرها يدويًا.',
  'store/nothing-to-undo': () => 'لا يوجد ما يمكن التراجع عنه.',
  'store/nothing-to-redo': () => 'لا يوجد ما يمكن إعادته.',
  'store/conflict': () => 'يغيّر شخص آخر الشيء نفسه الآن. أعد المحاولة.',
  'store/quota': () => 'التخزين ممتلئ. لم يُحفظ شيء.',
  'store/unavailable': () => 'تعذّر الوصول إلى التخزين الآن. أعد المحاولة لاحقًا.',
  'store/failed': () => 'حدث خطأ في التخزين. لم يُحفظ شيء.',
  'tasks/not-planned': ({ subject }) => `«${subject}» منجزة أو ملغاة بالفعل. تراجع عن ذلك أو خطط لها من جديد.`,
  'elements/cancelled': () => 'لم تسمح الصفحة بذلك.',
  'backup/not-a-backup': () => 'هذا الملف ليس نسخة احتياطية. اختر ملفًا آخر.',
  'backup/newer-format': () => 'أُنشئت هذه النسخة بإصدار أحدث. حدّث التطبيق أولًا.',
  'backup/newer-schema': () => 'أُنشئت هذه النسخة بإصدار أحدث. حدّث التطبيق أولًا.',
  'backup/damaged': () => 'تعذّر فك ضغط هذا الملف. اختر نسخة احتياطية أخرى.',
  'backup/truncated': ({ rows }) => `هذه النسخة غير كاملة، وتنقطع بعد عدد من الصفوف: ${rows}. اختر نسخة أخرى.`,
  'backup/wrong-line': ({ line }) => `يوجد خطأ في السطر ${line} من هذه النسخة. اختر نسخة أخرى.`,
  'backup/wrong-count': ({ rows, expected }) =>
    `عدد الصفوف في هذه النسخة ${rows} والمتوقع ${expected}. اختر نسخة أخرى.`,
  'backup/wrong-checksum': () => 'عُدّلت هذه النسخة بعد إنشائها، فمجموع التحقق لا يطابقها. اختر نسخة أخرى.',
};
