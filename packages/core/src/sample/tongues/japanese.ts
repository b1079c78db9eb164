import type { Tongue } from '../tongue.js';

export const japanese: Tongue = {
  language: 'ja',
  country: 'JP',
  currency: 'JPY',
  perEuro: 160,
  timeZone: 'Asia/Tokyo',
  utcOffset: 9,
  phone: '+81 3 5550 0###',
  address: '{street}{n}番地',
  streets: '水車町; 港通り; 駅前町; 竹の里; 工業団地; 梅坂; 川端通り; 石橋町',
  cities:
    '仙台市|980-00##; 新潟市|950-00##; 浜松市|430-00##; 岡山市|700-00##; 熊本市|860-00##; 金沢市|920-00##; 松山市|790-00##; 旭川市|070-00##',
  fullName: '{family} {given}',
  feminine:
    '美咲|misaki; 陽子|yoko; 恵子|keiko; 由美|yumi; 彩香|ayaka; 千尋|chihiro; 直美|naomi; 真由|mayu; 香織|kaori; 理恵|rie; 智子|tomoko; 優奈|yuna; 沙織|saori; 紗季|saki; 文乃|ayano; 葵|aoi',
  masculine:
    '健一|kenichi; 大輔|daisuke; 拓也|takuya; 浩二|koji; 翔太|shota; 誠|makoto; 隆|takashi; 和也|kazuya; 直樹|naoki; 修|osamu; 亮|ryo; 達也|tatsuya; 雄介|yusuke; 博之|hiroyuki; 勇人|hayato; 正人|masato',
  families:
    '真壁|makabe; 七尾|nanao; 浅葱|asagi; 柏原|kashihara; 桐野|kirino; 鷺沼|saginuma; 栗栖|kurisu; 槙田|makita; 深堀|fukahori; 若松谷|wakamatsuya; 蓮沼|hasunuma; 鹿内|shikauchi; 瀬古|seko; 戸叶|tokano; 根津|nezu; 葉室|hamuro; 比留間|hiruma; 帆足|hoashi; 百瀬|momose; 薬師寺|yakushiji; 雪野|yukino; 輪島|wajima; 宇津木|utsugi; 江波|enami',
  company: '株式会社{stem}{trade}',
  companyInCity: '株式会社{stem}{trade} {city}',
  stems:
    'みなと|minato; あかつき|akatsuki; 青葉野|aobano; 朝凪|asanagi; 海風|umikaze; 霞丘|kasumigaoka; 雲雀|hibari; 小春|koharu; 里山|satoyama; 白樺台|shirakabadai; 涼風|suzukaze; 清流|seiryu; 千鳥浜|chidorihama; 月見坂|tsukimizaka; 灯台|todai; 夏木立|natsukodachi; 虹川|nijikawa; 花筏|hanaikada; 日向野|hinatano; 蛍沢|hotaruzawa; 水無月|minazuki; 山吹|yamabuki; 夕凪|yunagi; 若竹|wakatake',
  trades: {
    Manufacturing: '製作所|seisakusho; 精工|seiko-works',
    Logistics: '運輸|unyu; 倉庫|soko',
    Retail: '家具店|kaguten; 園芸|engei',
    Construction: '建設|kensetsu; 工務店|komuten',
    Energy: '電力|denryoku; 熱供給|netsu',
    Food: '乳業|nyugyo; 製菓|seika',
    Health: '介護|kaigo; 検査|kensa',
    Hospitality: '旅館|ryokan; 観光|kanko',
  },
  forms: '株式会社',
  jobs: '代表取締役; 業務部長; 情報システム部長; 購買課長; 経理部長; 工場長; お客様相談室長; 営業部長',
  deals: {
    Portal: '保守ポータル; 仕入先ポータル 第{phase}期; 販売店ポータル {n}店舗',
    Shop: '部品ストア; 店舗発注 {n}店舗; 卸売サイトの刷新',
    'Service desk': 'サービスデスク {n}席; 現場からの故障受付; 問い合わせ管理 第{phase}期',
    Sensors: '冷蔵倉庫センサー 第{phase}期; 漏水監視 {n}拠点; ボイラー室の監視',
    Fleet: '車両管理 {n}台; 配送ルート計画; ドライバー用アプリ',
    Warehouse: '倉庫展開 {n}拠点; 入荷用ハンディ端末; 循環棚卸',
    Analytics: '生産ダッシュボード; {year}年度 利益率レポート; 需要予測 {n}店舗',
    Care: '{year}年度 基本契約; 保守契約の更新; 利用者研修 {n}名',
  },
  calls: '{name}様と電話：{deal}; 見積についての質問; デモ後のフォロー; 導入事例のご要望',
  emails: 'お見積：{deal}; ご質問への回答; 打ち合わせの要約; 契約書案',
  meetings: '{name}様へのデモ; 現地調査; キックオフ：{deal}; 条件の交渉',
  tasks: '見積の作成; 導入事例の送付; 納期の確認; 値引きの承認',
  notes: '今年度の予算は承認済み。決定は取締役会。; まず一拠点から始めたいとのこと。; 現在の契約は来春に満了する。',
};
