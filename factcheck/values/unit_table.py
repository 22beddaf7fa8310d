"""Units, counters and currencies as data: canonical name, dimension, worth in the dimension's base
unit, and the words for it in English, Chinese and Japanese. Nothing here is code; a new unit is a
new line. `~` marks a surface whose letter case matters (MB is not mb, M is not m)."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

COUNTED = """
parameter | parameters parameter params | 参数量 参数 个参数 参 | パラメータ パラメーター パラメタ
token | tokens token | token tokens 词元 标记 令牌 词汇量 词汇 词表 | トークン
document | documents document docs webpages | 文档 文件 网页 | 文書 ドキュメント
task | tasks task benchmarks benchmark | 任务 基准 | タスク ベンチマーク 課題
person | people persons person men women students employees users user researchers participants passengers inhabitants residents children patients soldiers volunteers staff members member | 人 名 位 人口 学生 员工 用户 居民 研究人员 研究者 科学家 离职 参与者 | 人 名 学生 社員 研究者 従業員 ユーザー ユーザ 参加者
author | authors author coauthors co-authors | 作者 共同作者 | 著者 共著者
paper | papers paper articles article publications | 论文 文章 | 論文 本の論文 記事
page | pages page | 页 | ページ 頁
atom | atoms atom | 原子 个原子 | 原子
layer | layers layer | 层 | 層 レイヤー レイヤ
step | steps step iterations | 步 step steps 步骤 | ステップ
word | words word | 单词 词 | 単語 語
model | models model | 模型 | モデル
sequence | sequences sequence | 序列 蛋白质序列 | 配列 シーケンス
component | components component modules | 组件 模块 部件 | コンポーネント 構成要素 部品 要素
modification | modifications modification changes | 修改 改动 变化 | 変更 修正
technique | techniques technique methods method | 方法 技术 技巧 手段 | 手法 技術 方法 テクニック
feature | features feature | 特征 特点 特性 | 特徴 機能
size | sizes size | 尺寸 规模 大小 | サイズ
language | languages language | 语言 语种 种语言 | 言語 か国語 ヶ国語
image | images image photos pictures | 图像 图片 照片 | 画像 枚の画像 写真
example | examples samples sample example instances | 样本 示例 样例 例子 | サンプル 例 事例
question | questions question | 问题 题 道题 | 質問 問題 問
sentence | sentences sentence | 句子 句 | 文
dataset | datasets dataset | 数据集 | データセット
head | heads | 注意力头 | ヘッド
neuron | neurons | 神经元 | ニューロン
qubit | qubits qubit | 量子比特 | 量子ビット
GPU | gpus gpu | GPU 块GPU 张GPU 显卡 | GPU
TPU | tpus tpu | TPU | TPU
chip | chips chip | 芯片 | チップ
country | countries country nations | 国家 国 | か国 ヶ国 カ国
company | companies company firms | 公司 企业 | 社 企業
hospital | hospitals hospital clinics | 医院 家医院 所医院 病院 | 病院
university | universities university colleges | 所大学 家大学 所高校 所院校 | 大学
school | schools school | 所学校 所中学 所小学 | 校 学校
shop | shops stores outlets | 家门店 门店 家店 店铺 | 店舗 店
institution | institutions institution | 家机构 机构 | 機関
city | cities | 城市 座城市 | 都市
vehicle | cars vehicles trucks | 辆 |
time | times | 次 遍 | 回 度
item | items pieces | |
""".strip()

MEASURES = """
byte | data | 1 | bytes byte ~B | 字节 | バイト
kilobyte | data | 1000 | kilobytes kilobyte ~KB ~kB | 千字节 | キロバイト
megabyte | data | 1000000 | megabytes megabyte ~MB | 兆字节 | メガバイト
gigabyte | data | 1000000000 | gigabytes gigabyte ~GB | 吉字节 | ギガバイト
terabyte | data | 1000000000000 | terabytes terabyte ~TB | 太字节 | テラバイト
petabyte | data | 1000000000000000 | petabytes petabyte ~PB | 拍字节 | ペタバイト
kibibyte | data | 1024 | kibibytes ~KiB | |
mebibyte | data | 1048576 | mebibytes ~MiB | |
gibibyte | data | 1073741824 | gibibytes ~GiB | |
tebibyte | data | 1099511627776 | tebibytes ~TiB | |
bit | bits | 1 | bits bit | 比特 位元 | ビット
kilobit | bits | 1000 | kilobits kilobit ~Kb ~kb | 千比特 | キロビット
megabit | bits | 1000000 | megabits megabit ~Mb ~mb | 兆比特 | メガビット
gigabit | bits | 1000000000 | gigabits gigabit ~Gb | 吉比特 | ギガビット
metre | length | 1 | meters meter metres metre ~m | 米 公尺 | メートル メーター
kilometre | length | 1000 | kilometers kilometer kilometres kilometre km kms | 公里 千米 | キロメートル
kilo | length or mass | | | | キロ
decimetre | length | 0.1 | decimeters decimeter decimetres dm | 分米 | デシメートル
centimetre | length | 0.01 | centimeters centimeter centimetres cm | 厘米 公分 | センチメートル センチ
millimetre | length | 0.001 | millimeters millimeter millimetres mm | 毫米 | ミリメートル ミリ
micrometre | length | 0.000001 | micrometers micrometer micrometres microns μm µm um | 微米 | マイクロメートル ミクロン
nanometre | length | 0.000000001 | nanometers nanometer nanometres nm | 纳米 | ナノメートル
picometre | length | 0.000000000001 | picometers picometer picometres pm | 皮米 | ピコメートル ピクトメーター
mile | length | 1609.344 | miles mile mi | 英里 | マイル
yard | length | 0.9144 | yards yard yd | 码 | ヤード
foot | length | 0.3048 | feet foot ft | 英尺 | フィート フット
inch | length | 0.0254 | inches inch | 英寸 | インチ
light-year | length | 9460730472580800 | light-years light-year | 光年 | 光年
li | length | 500 | | 里 |
gram | mass | 0.001 | grams gram grammes ~g | 克 | グラム
kilogram | mass | 1 | kilograms kilogram kilogrammes kilos kilo kg kgs | 千克 公斤 | キログラム
milligram | mass | 0.000001 | milligrams milligram mg | 毫克 | ミリグラム
microgram | mass | 0.000000001 | micrograms microgram μg mcg | 微克 | マイクログラム
metric ton | mass | 1000 | tonnes tonne | 公吨 | メートルトン
ton | mass | 1000 | tons ton ~t | 吨 | トン
pound | mass | 0.45359237 | pounds pound lbs lb | 磅 英镑重 | ポンド
ounce | mass | 0.028349523125 | ounces ounce oz | 盎司 | オンス
jin | mass | 0.5 | catties | 斤 |
liang | mass | 0.05 | taels | 两 |
litre | volume | 1 | liters liter litres litre ~L ~l | 升 公升 | リットル
millilitre | volume | 0.001 | milliliters milliliter millilitres ml | 毫升 | ミリリットル
gallon | volume | 3.785411784 | gallons gallon gal | 加仑 | ガロン
cup | volume | 0.2365882365 | cups cup | | カップ
tablespoon | volume | 0.01478676478125 | tablespoons tablespoon tbsp | 汤匙 | 大さじ
teaspoon | volume | 0.00492892159375 | teaspoons teaspoon tsp | 茶匙 | 小さじ
barrel | volume | 158.987294928 | barrels barrel | 桶 | バレル
square metre | area | 1 | m2 m² sqm | 平方米 平米 | 平方メートル
square kilometre | area | 1000000 | km2 km² | 平方公里 平方千米 | 平方キロメートル 平方キロ
square foot | area | 0.09290304 | sqft | 平方英尺 | 平方フィート
square mile | area | 2589988.110336 | | 平方英里 | 平方マイル
hectare | area | 10000 | hectares hectare ha | 公顷 | ヘクタール
acre | area | 4046.8564224 | acres acre | 英亩 | エーカー
mu | area | 666.6666666666666666666666667 | | 亩 |
cubic metre | volume | 1000 | m3 m³ | 立方米 | 立方メートル
cubic foot | volume | 28.316846592 | | 立方英尺 | 立方フィート
second | time | 1 | seconds second secs sec ~s | 秒 秒钟 | 秒 秒間
millisecond | time | 0.001 | milliseconds millisecond ms | 毫秒 | ミリ秒
microsecond | time | 0.000001 | microseconds microsecond μs | 微秒 | マイクロ秒
minute | time | 60 | minutes minute mins min | 分钟 | 分間 分
hour | time | 3600 | hours hour hrs hr ~h | 小时 个小时 钟头 | 時間
day | time | 86400 | days day | 天 日 天时间 | 日間 日
week | time | 604800 | weeks week | 周 星期 个星期 礼拜 周时间 | 週間
month | month | 1 | months month | 个月 | ヶ月 か月 カ月 ヵ月 ケ月 箇月 ヶ月間 か月間 カ月間
year | month | 12 | years year yrs yr | 年 年历史 年时间 | 年 年間
decade | month | 120 | decades decade | 个十年 |
century | month | 1200 | centuries century | 世纪 个世纪 | 世紀
GPU hour | compute | 1 | gpu-hours gpu-hour | GPU小时 GPU时 | GPU時間
FLOP | operations | 1 | flops flop ~FLOPs | 次浮点运算 | FLOP
kilobit per second | rate | 1000 | kbps | |
megabit per second | rate | 1000000 | mbps | |
gigabit per second | rate | 1000000000 | gbps | |
hertz | frequency | 1 | hertz hz | 赫兹 赫 | ヘルツ
kilohertz | frequency | 1000 | kilohertz khz | 千赫兹 千赫 | キロヘルツ
megahertz | frequency | 1000000 | megahertz mhz | 兆赫兹 兆赫 | メガヘルツ
gigahertz | frequency | 1000000000 | gigahertz ghz | 吉赫兹 吉赫 | ギガヘルツ
watt | power | 1 | watts watt ~W | 瓦 瓦特 | ワット
kilowatt | power | 1000 | kilowatts kilowatt kw | 千瓦 | キロワット
megawatt | power | 1000000 | megawatts megawatt ~MW | 兆瓦 | メガワット
kilowatt hour | energy | 1 | kwh | 千瓦时 度电 | キロワット時
degree Celsius | temperature | | celsius celcius centigrade ℃ °c degc | 摄氏度 ℃ 度C | ℃ 度C
degree Fahrenheit | temperature | | fahrenheit farenheit °f ℉ degf | 华氏度 ℉ 度F | ℉ 度F
degree | angle | 1 | degrees degree deg ° | 度 | 度
turn | angle | 360 | turns turn | | 回転
percentage point | points | 1 | | 百分点 个百分点 | パーセントポイント
percent | ratio | | percent percents per-cent percentage percentages % pct | % | % パーセント パーセンテージ
factor | factor | | x fold × | 倍 | 倍
order of magnitude | magnitude | | order-of-magnitude orders-of-magnitude | 数量级 个数量级 | 桁
""".strip()

CURRENCIES = """
USD | 1 | dollars dollar bucks usd us$ u.s.$ usd$ | 美元 美圆 美金 美刀 刀 | ドル 米ドル
USD cent | 0.01 | cents cent | 美分 | セント
CNY | 1 | yuan rmb cny renminbi | 元 人民币 块 块钱 圆 元人民币 | 人民元 元
CNY jiao | 0.1 | jiao | 角 毛 | 角
CNY fen | 0.01 | fen | 分 分钱 |
JPY | 1 | yen jpy | 日元 日圆 円 | 円 圓 日本円
JPY sen | 0.01 | | 日本钱 日本銭 | 銭 錢
HKD | 1 | hkd hk$ | 港元 港币 | 香港ドル
TWD | 1 | twd nt$ | 台币 新台币 | 台湾ドル
EUR | 1 | euros euro eur | 欧元 | ユーロ
GBP | 1 | gbp sterling quid | 英镑 | 英ポンド 英国ポンド
GBP penny | 0.01 | pence | 便士 | ペンス
AUD | 1 | aud aud$ a$ au$ | 澳元 | 豪ドル オーストラリアドル
CAD | 1 | cad cad$ c$ ca$ | 加元 | カナダドル
CHF | 1 | chf | 瑞士法郎 | スイスフラン
FRF | 1 | francs franc | 法郎 | フラン
DEM | 1 | marks mark | 马克 | マルク
NLG | 1 | guilders guilder | 荷兰盾 | ギルダー
KRW | 1 | won krw | 韩元 | ウォン
INR | 1 | rupees rupee inr | 卢比 | ルピー
RUB | 1 | rubles rouble roubles ruble rub | 卢布 | ルーブル
TRY | 1 | lira liras | 里拉 | リラ
NGN | 1 | naira | 奈拉 | ナイラ
THB | 1 | baht | 泰铢 | バーツ
MXN | 1 | pesos peso | 比索 | ペソ
BRL | 1 | reais real brl | 雷亚尔 | レアル
SEK | 1 | kronor krona kroner krone | 克朗 | クローナ クローネ
SGD | 1 | sgd s$ | 新加坡元 新元 | シンガポールドル
VND | 1 | dong | 越南盾 | ドン
MYR sen | 0.01 | sen | |
MYR | 1 | ringgit | 林吉特 | リンギット
BTC | 1 | bitcoins bitcoin btc | 比特币 个比特币 | ビットコイン
BTC satoshi | 0.00000001 | satoshis satoshi | |
""".strip()

SYMBOLS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₿": "BTC", "₩": "KRW", "₹": "INR"}

COUNTERS = {
    "zh": "个 位 名 项 种 篇 条 件 本 台 次 份 组 套 张 块 处 只 家 所 座 部 层 批 款 类 对 双 株 群 道 颗 匹 口 场 支 枚 头 辆",
    "ja": "個 つ 本 枚 台 件 回 名 位 冊 匹 社 種類 種 足 点 通 組 対 羽 頭 軒 杯 番目 箇所 か所 ヶ所 カ所",
}  # fmt: skip
