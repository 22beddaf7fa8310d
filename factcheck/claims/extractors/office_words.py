"""Words for jobs and offices, as tables: heads (minister, 局長, 社長) and what may stand before them
(deputy, 副, 最高). A new job is a word in a list."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

HEADS_EN = """
minister secretary president director editor leader composer architect economist engineer scientist
professor mayor coach captain chair chairman chairwoman chairperson spokesperson spokesman
spokeswoman founder co-founder cofounder owner co-owner curator analyst researcher manager author
artist photographer lawyer barrister solicitor judge commissioner governor senator ambassador
sheriff principal dean rector chancellor treasurer conductor singer goalkeeper striker midfielder
defender rider driver pilot farmer teacher nurse doctor surgeon physician epidemiologist historian
librarian biologist physicist chemist geologist oceanographer astronomer ecologist psychologist
sociologist archaeologist mathematician meteorologist seismologist volcanologist linguist
philosopher intern postdoc technician developer maintainer producer inspector prosecutor
councillor councilor MP MEP CEO CTO CFO COO CIO designer novelist poet playwright journalist
columnist reporter correspondent critic publisher translator actor actress violinist pianist
guitarist drummer soprano tenor dancer choreographer sculptor painter chef baker brewer winemaker
fisherman skipper superintendent chief executive officer administrator coordinator consultant
strategist adviser advisor lecturer statistician programmer archivist conservator gardener
carpenter premier lord baroness activist campaigner negotiator trustee banker trader investor
entrepreneur keeper warden ranger vet veterinarian dentist pharmacist paramedic firefighter
detective colonel lieutenant sergeant admiral general cyclist swimmer sprinter runner jockey
sportif organiser organizer
""".split()
"""The last word of an English job. `head` and `member` are none: too many things are."""
MODIFIERS_EN = """
chief deputy vice assistant associate senior junior executive managing general first prime foreign
finance transport health defence defense interior education environment culture trade energy
justice labour labor technical scientific artistic creative commercial sales marketing product
research development operations operating technology financial information security
communications press news sports city state federal national regional local former acting interim
lead principal head co project programme program site data software mechanical civil structural
marine home shadow under permanent private public human resources non-executive honorary emeritus
visiting adjunct full staff graduate post-doctoral postdoctoral climate policy planning legal
medical nursing clinical field team club fire police county district town parish museum gallery
opera film theatre music literary managing directeur attorney solicitor industry economy
agriculture housing tourism digital machine learning
""".split()
"""Words that may stand before the head of an English job where no article opens it."""
HEADS_ZH = """
总工程师 工程师 总监 董事长 总裁 总经理 经理 局长 主任 所长 院长 校长 馆长 教练 队长 主席 秘书长 发言人 负责人
首席执行官 首席技术官 首席财务官 首席运营官 首席科学家 首席经济学家 首席分析师 创始人 教授 讲师 市长 部长 县长
镇长 乡长 村长 区长 省长 州长 站长 船长 机长 主编 编辑 记者 作者 研究员 博士后 博士 院士 医生 医师 护士 律师 法官
检察官 书记 厅长 处长 科长 股长 组长 团长 社长 会长 理事长 厂长 店长 行长 台长 园长 指挥 导演 编剧 演员 歌手 作家
诗人 画家 摄影师 设计师 建筑师 科学家 分析师 经济学家 历史学家 考古学家 飞行员 驾驶员 司机 教师 老师 班主任 农民
传人 传承人 总理 总统 大使 议员 代表 委员 顾问 助理 秘书 监事 董事 合伙人 店主 老板 主持人 策展人 志愿者 发起人
""".split()
MODIFIERS_ZH = """
副 常务副 执行 行政 首席 名誉 高级 资深 主任 总 助理 客座 特聘 特约 代 代理 财务 产品 技术 市场 销售 运营 研发 艺术
人事 创意 品牌 战略 信息 安全 法务 项目 工程 教学 科研 党委 党组 支部 联合 共同 女 新闻 外交 国防 卫生 教育 财政
""".split()
FORMER_ZH = "现任 前任 时任 原任 历任 新任 继任 现 前 原 第一 通讯"
"""What says when somebody held an office, and is no part of its name."""
HEADS_JA = """
最高経営責任者 最高技術責任者 最高財務責任者 最高執行責任者 代表取締役社長 代表取締役 取締役 社長 副社長 会長
副会長 部長 課長 係長 室長 局長 次長 所長 館長 副館長 院長 校長 園長 駅長 店長 工場長 編集長 委員長 議長 理事長 理事
教授 准教授 名誉教授 特任教授 助教 講師 研究員 主任研究員 監督 コーチ 主将 知事 市長 町長 村長 区長 首相 大統領 大臣 長官
大使 議員 代表 主任 創業者 創設者 共同創業者 共同創設者 責任者 担当者 司令官 船長 機長 船頭 記者 弁護士 医師 看護師
裁判官 検事 学芸員 司書 技師 技術者 設計者 建築家 作家 詩人 画家 写真家 音楽家 作曲家 指揮者 俳優 歌手 監修者 翻訳者
学者 国文学者 歴史学者 経済学者 科学者 物理学者 生物学者 農家 職人 木偶師 杜氏 料理人 僧侶 住職 宮司 師匠 弟子
エンジニア デザイナー ディレクター プロデューサー アナリスト マネジャー マネージャー
""".split()
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌"
    "马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵"
    "湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高"
    "夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠"
    "甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束"
    "龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑"
    "桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙"
    "东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公涂肖代付"
    "代初闫覃佟苟佘佴商牟仝原官但岳帅缑亢况有琴"
)
"""Family names of one character, the classical list and what is common today."""
LONG_SURNAMES = (
    "欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 端木 南宫 百里"
)
