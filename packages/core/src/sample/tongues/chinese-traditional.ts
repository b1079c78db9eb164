import type { Tongue } from '../tongue.js';

export const chineseTraditional: Tongue = {
  language: 'zh-Hant',
  country: 'TW',
  currency: 'TWD',
  perEuro: 34,
  timeZone: 'Asia/Taipei',
  utcOffset: 8,
  phone: '+886 2 5550 0###',
  address: '{street}{n}號',
  streets: '磨坊路; 港灣街; 車站路; 竹園路; 工業一路; 梅花巷; 長堤路; 石橋街',
  cities: '新竹|300##; 臺中|400##; 臺南|700##; 高雄|800##; 嘉義|600##; 宜蘭|260##; 彰化|500##; 基隆|200##',
  fullName: '{family}{given}',
  feminine:
    '雅婷|yating; 怡君|yijun; 淑芬|shufen; 佩珊|peishan; 欣怡|xinyi; 美惠|meihui; 惠雯|huiwen; 家瑜|jiayu; 詠晴|yongqing; 宜蓁|yizhen; 靜宜|jingyi; 郁婷|yuting; 秀蘭|xiulan; 筱涵|xiaohan; 品妤|pinyu; 映竹|yingzhu',
  masculine:
    '家豪|jiahao; 志明|zhiming; 俊宏|junhong; 建宏|jianhong; 冠穎|guanying; 承翰|chenghan; 宗翰|zonghan; 柏翰|bohan; 信豐|xinfeng; 哲瑋|zhewei; 彥廷|yanting; 明德|mingde; 政憲|zhengxian; 文彬|wenbin; 永昌|yongchang; 振華|zhenhua',
  families:
    '陳|chen; 林|lin; 黃|huang; 張|zhang; 李|li; 王|wang; 吳|wu; 劉|liu; 蔡|cai; 楊|yang; 許|xu; 鄭|zheng; 謝|xie; 洪|hong; 郭|guo; 邱|qiu; 曾|zeng; 廖|liao; 賴|lai; 周|zhou; 葉|ye; 蘇|su; 莊|zhuang; 呂|lu',
  company: '{stem}{trade}股份有限公司',
  companyInCity: '{stem}{trade}（{city}）股份有限公司',
  stems:
    '青嵐|qinglan; 禾風|hefeng; 雲嶼|yunyu; 澄海堂|chenghaitang; 松濤|songtao; 小島日和|xiaodao; 璞石|pushi; 鹿谷林|lugulin; 映泉|yingquan; 晴川|qingchuan; 木棉道|mumiandao; 望安灣|wanganwan; 蘭陽野|lanyangye; 山丘|shanqiu; 玉里田|yulitian; 海角樹|haijiaoshu; 暖陽|nuanyang; 竹塹門|zhuqianmen; 白沙屯口|baishatun; 溪洲|xizhou; 星野|xingye; 霧臺坊|wutaifang',
  trades: {
    Manufacturing: '精密|jingmi; 模具|muju',
    Logistics: '物流|wuliu; 倉儲|cangchu',
    Retail: '文具|wenju; 生活|shenghuo',
    Construction: '營造|yingzao; 室內裝修|zhuangxiu',
    Energy: '綠能|lvneng; 電力|dianli',
    Food: '食品|shipin; 茶業|chaye',
    Health: '醫材|yicai; 照護|zhaohu',
    Hospitality: '飯店|fandian; 旅遊|lvyou',
  },
  forms: '股份有限公司',
  jobs: '總經理; 營運長; 資訊部經理; 採購經理; 財務長; 廠長; 客服主管; 業務協理',
  deals: {
    Portal: '供應商入口網第 {phase} 期; 經銷商入口網，{n} 家門市; 客戶自助平台',
    Shop: '零件商城; 門市訂貨，{n} 家門市; 批發網站改版',
    'Service desk': '服務台，{n} 個席位; 現場報修; 工單系統第 {phase} 期',
    Sensors: '冷藏感測器第 {phase} 期; {n} 處漏水監測; 鍋爐房監控',
    Fleet: '車隊管理，{n} 輛車; 配送路線規劃; 司機應用程式',
    Warehouse: '倉庫導入，{n} 個倉; 收貨手持裝置; 循環盤點',
    Analytics: '生產儀表板; {year} 年毛利分析; 需求預測，{n} 家門市',
    Care: '{year} 年框架合約; 維護續約; {n} 位使用者訓練',
  },
  calls: '與{name}通話：{deal}; 報價疑問; 展示後追蹤; {name}想了解客戶案例',
  emails: '報價：{deal}; 問題回覆; 會議紀錄; 合約草稿',
  meetings: '為{name}團隊展示; 現場勘查; 專案啟動：{deal}; 條件協商',
  tasks: '準備報價; 寄送客戶案例; 確認交期; 申請折扣',
  notes: '今年預算已核准，由董事會決定。; {name}希望先從一個據點開始。; 現行合約明年春天到期。',
};
