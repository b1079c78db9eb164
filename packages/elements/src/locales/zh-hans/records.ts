import type { Features } from '../translation.js';

export const records: Features['records'] = {
  record: () => ({
    areas: '此记录的各部分',
    details: '详情',
    activity: '动态',
    more: '更多',
    custom: '更多字段',
    computed: '自动计算',
    tags: '标签',
    created: (day) => `创建于${day}`,
    changed: (day) => `修改于${day}`,
    isComputed: '自动计算，无需填写',
    personal: '个人信息',
    health: '健康信息',
    yes: '是',
    no: '否',
    value: '价值',
    won: '已成交商机',
    open: '预计金额',
    openDeals: '进行中商机',
    lastWon: '最近成交',
    noneWon: '尚无成交。',
    segments: '细分群体',
    noSegments: '不属于任何细分群体。',
    score: '评分',
  }),
  recordState: () => ({
    offline: '已离线。已知内容仍在此处，更改将在恢复连接后提交。',
    goneTitle: '此记录已不存在',
    goneText: '它在显示期间被删除或抹除，或不再与您共享。',
  }),
};
