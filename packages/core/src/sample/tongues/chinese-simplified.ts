import type { Tongue } from '../tongue.js';

export const chineseSimplified: Tongue = {
  language: 'zh-Hans',
  country: 'CN',
  currency: 'CNY',
  perEuro: 7.8,
  timeZone: 'Asia/Shanghai',
  utcOffset: 8,
  phone: '+86 21 5550 0###',
  address: '{street}{n}号',
  streets: '磨坊路; 港湾街; 车站路; 竹园路; 工业大道; 梅花巷; 长堤路; 石桥街',
  cities: '苏州|2150##; 宁波|3150##; 佛山|5280##; 合肥|2300##; 烟台|2640##; 绵阳|6210##; 泉州|3620##; 洛阳|4710##',
  fullName: '{family}{given}',
  feminine:
    '晓燕|xiaoyan; 静怡|jingyi; 雅琴|yaqin; 思涵|sihan; 美玲|meiling; 海霞|haixia; 佳慧|jiahui; 丽娟|lijuan; 若兰|ruolan; 秋月|qiuyue; 春梅|chunmei; 文静|wenjing; 雪晴|xueqing; 玉珍|yuzhen; 小红|xiaohong; 诗雨|shiyu',
  masculine:
    '小明|xiaoming; 建国|jianguo; 志强|zhiqiang; 海涛|haitao; 文博|wenbo; 俊岭|junling; 国栋|guodong; 浩然|haoran; 立新|lixin; 少华|shaohua; 天佑|tianyou; 卫东|weidong; 晓峰|xiaofeng; 永康|yongkang; 子轩|zixuan; 长青|changqing',
  families:
    '王|wang; 李|li; 张|zhang; 陈|chen; 杨|yang; 赵|zhao; 黄|huang; 周|zhou; 吴|wu; 徐|xu; 孙|sun; 朱|zhu; 高|gao; 林|lin; 何|he; 郭|guo; 罗|luo; 梁|liang; 宋|song; 郑|zheng; 谢|xie; 韩|han; 唐|tang; 冯|feng',
  company: '{stem}{trade}有限公司',
  companyInCity: '{stem}{trade}（{city}）有限公司',
  stems:
    '青禾|qinghe; 云杉|yunshan; 海棠|haitang; 明舟|mingzhou; 听松|tingsong; 远帆|yuanfan; 玉泉溪|yuquanxi; 白鹭洲|bailuzhou; 长汀谷|changtinggu; 稻香里|daoxiangli; 枫桥渡|fengqiaodu; 鹤岭|heling; 锦川|jinchuan; 兰亭坞|lantingwu; 暖石|nuanshi; 七里塘|qilitang; 山月|shanyue; 石榴湾|shiliuwan; 望潮|wangchao; 溪桥|xiqiao; 燕回|yanhui; 竹里|zhuli; 紫荆坡|zijingpo; 晨岸|chenan',
  trades: {
    Manufacturing: '精密机械|jixie; 模具|muju',
    Logistics: '物流|wuliu; 仓储|cangchu',
    Retail: '文具|wenju; 家居|jiaju',
    Construction: '建设工程|jianshe; 装饰|zhuangshi',
    Energy: '新能源|xinnengyuan; 热力|reli',
    Food: '食品|shipin; 茶业|chaye',
    Health: '医疗器械|yiliao; 健康管理|jiankang',
    Hospitality: '酒店管理|jiudian; 旅游|lvyou',
  },
  forms: '有限公司',
  jobs: '总经理; 运营总监; 信息部经理; 采购经理; 财务总监; 厂长; 客服主管; 销售总监',
  deals: {
    Portal: '供应商门户{phase}期; 经销商门户，{n}家门店; 客户自助平台',
    Shop: '配件商城; 全渠道会员; 门店订货，{n}家门店',
    'Service desk': '服务台，{n}个席位; 现场报修; 工单系统{phase}期',
    Sensors: '冷库传感器{phase}期; {n}个站点漏水监测; 锅炉房监控',
    Fleet: '车队管理，{n}辆车; 配送路线规划; 司机端应用',
    Warehouse: '仓库上线，{n}个库区; 收货手持终端; 循环盘点',
    Analytics: '生产看板; {year}年毛利分析; 需求预测，{n}家门店',
    Care: '{year}年框架协议; 维保续约; {n}名关键用户培训',
  },
  calls: '与{name}电话沟通：{deal}; 报价疑问; 演示后回访; {name}希望了解客户案例',
  emails: '报价：{deal}; 问题答复; 会议纪要; 合同草案',
  meetings: '为{name}团队演示; 现场考察; 项目启动：{deal}; 商务谈判',
  tasks: '准备报价; 发送客户案例; 确认交期; 申请折扣',
  notes: '今年预算已批，由董事会决定。; {name}希望先在一个站点试点。; 现有合同明年春天到期。',
};
