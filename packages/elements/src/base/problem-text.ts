import type { Problem } from '@kith/core';
import type { Language, Locale } from './locale.js';

type Translation = (params: Readonly<Record<string, string | number>>) => string;

/** Refusals in other languages than English, which stands in the problem itself. By the codes of docs/spec/problems.md. */
const translations: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, Translation>>>> = {
  'zh-Hans': {
    'deals/unknown-stage': () => '该管道没有这个阶段。',
    'deals/no-such-stage': () => '该管道缺少所需类型的阶段，请先添加。',
    'deals/loss-reason-required': () => '请说明丢单原因。',
    'deals/value-required': () => '该商机没有金额，请填写成交金额。',
    'deals/negative-value': () => '成交金额不能为负数。',
    'deals/closed-in-the-future': () => '关闭日期不能晚于今天。',
    'deals/no-such-day': () => '该日期不存在。',
    'store/not-found': () => '该记录已不存在。',
    'store/invalid': () => '填写的内容不符合要求。',
    'store/not-editable': () => '该字段不能直接修改。',
    'store/changed-since': () => '此后已有人修改，请查看最新内容后手动更改。',
    'store/nothing-to-undo': () => '没有可撤销的操作。',
    'store/nothing-to-redo': () => '没有可重做的操作。',
    'store/conflict': () => '其他人正在修改同一内容，请重试。',
    'store/quota': () => '存储空间已满，未能保存。',
    'store/unavailable': () => '暂时无法连接存储，请稍后重试。',
    'store/failed': () => '存储出错，未能保存。',
    'elements/cancelled': () => '页面未允许此操作。',
  },
};

/** A refusal in the reader's language; in the problem's own English where nobody has translated its code. */
export const problemText = (problem: Problem, locale: Locale): string =>
  (locale.language === 'en' ? undefined : translations[locale.language][problem.code]?.(problem.params ?? {})) ??
  problem.message;

/** What went wrong in the world, as a problem: an error with a code keeps it. */
export function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | null)?.code;
  return { code: typeof code === 'string' ? code : 'store/failed', message };
}
