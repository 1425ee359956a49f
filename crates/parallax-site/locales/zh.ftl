# 网站用语。一页一节，顺序与 en.ftl 相同。
#
# 词汇：outlet — 媒体；article — 报道；story — 事件；account — 各家报道（栏目名“经过”）；origin — 独立来源
#（转载归入其下）；claim, statement — 说法；quotation — 引语，speaker — 发言者。

## Counts

count-articles = { $count } 篇报道
count-outlets = { $count } 家媒体
count-origins = { $count } 个独立来源
count-stories = { $count } 个事件
comma = 、

## Charts

chart-figures = 数据
chart-rows-more = 另有 { $count } 行
chart-universal = 时间为 UTC；未注明者按原文，时区不明。
chart-when = 时间
chart-others = 其他
chart-outlet = 媒体
chart-coverage = 报道时间分布
chart-busiest = 报道最多：{ $when }，{ $count } 篇
chart-first = 谁最先报道
chart-is-first = 最先
chart-later = 晚 { $length }
chart-claims-first = 最先提到 { $count } 项
chart-origin = 独立来源
chart-first-article = 首篇报道
chart-first-claims = 最先提到
chart-lanes = 何时发生，何时报道
chart-lanes-means = 每个编号出现两次：上方为事发时间，下方为首次报道时间。
chart-happened = 事发时间
chart-reported = 首次报道
chart-moment = 确切时刻
chart-stretch = 一天或更长
chart-inferred = 由文中推断
chart-beyond = 远早于或远晚于此
chart-number = 编号
chart-what = 内容
chart-quantities = 数字的变化：
chart-first-and-last = 从 { $first } 到 { $last }
chart-figure = 数字
chart-said = 原文

## Times

as-of = 截至 { $moment }

## Every page

site-name = Parallax
skip-to-text = 跳到正文
search-label = 搜索
search-hint = 词语、名称、“短语”
search-button = 搜索
nav-site = 网站
nav-outlets = 媒体
nav-sources = 采集源
nav-settings = 设置
nav-languages = 语言
nav-made = 制作方法
nav-sections = 栏目
nav-pages = 页码
page-before = 上一页
page-after = 下一页
page-number = 第 { $page } 页，共 { $pages } 页
news-came = 档案有更新。
news-load = 加载
as-of-label = 截至
footer-words = 每一句都是媒体原文，并附出处链接。
close = 关闭
not-shown = 此处不显示该媒体的文字，请到其网站阅读。
starred = 已标记
count-differences = { $count } 处出入

## Keys

keys-head = 快捷键
keys-next = 下一个，上一个
keys-open = 打开
keys-search = 搜索
keys-tabs = 上一个标签，下一个标签
keys-only = 只看有出入的，只看独家的
keys-go = 转到首页、媒体、采集源、制作方法
keys-help = 显示本列表，关闭本列表
keys-off = 关闭快捷键

## What went wrong

missing-head = 没有这个页面
missing-what = 此地址没有内容，可能输入有误或不完整。
missing-todo = 首页列出全部事件；搜索可按词语查找报道。
broken-head = 档案没有响应
broken-what = 无法生成此页面。档案给出的原因：
broken-todo = 请稍后再试。如仍不行，“parallax doctor”会说明该怎么做。
gone-head = 内容已移除
gone-what = 此处内容已从档案中移除（{ $moment }）。所给原因：

## Front page

front-head = 事件
front-no-topic = 其他事件
front-empty = 档案中还没有事件。用“parallax add”收入网页后，其中的事件会显示在这里。
front-nothing-fits = 没有同时符合这些条件的事件。
latest-article = 最新报道：
latest-revision = 有改动：
filters = 筛选
filter-topic = 主题
filter-language = 语言
filter-place = 提及地点
filter-country = 媒体所在国
filter-kind = 媒体类型
filter-from = 从
filter-to = 到
filter-only = 仅限
filter-all = 全部
filter-differing = 说法不一的
filter-one-origin = 只有一个独立来源的
filter-apply = 应用
filter-none = 清除筛选
sources-failing = { $count } 个采集源出错
front-link = 返回首页

## A story: its head

no-story-head = 没有这个事件
no-story-what = 档案中没有编号以此开头的事件，可能输入有误或不完整。
no-story-todo = 首页列出全部事件；搜索可按词语查找报道。
several-head = 有多个事件或报道以此开头
several-what = 有不止一个编号以这些字符开头，请多输入几位。
dissolved-head = 此事件已不再单独成立
dissolved-what = 其中的报道已被重新归类：随着了解增多，或由人作出决定，档案会重新判断哪些报道属于同一事件。该事件以这篇报道命名。
dissolved-article = 该报道
dissolved-story = 它现在所属的事件
not-yet-head = 当时尚无消息
not-yet-what = 在所选时间，该事件还没有任何报道。请选择更晚的时间。
moment-head = 这不是日期或时间
moment-what = 请输入日期（如 2027-03-12）或时间（如 2027-03-12T10:00:00Z）。输入的是：
withheld-head = 此处不提供
withheld-what = 该事件的报道不能全文提供：各媒体的文字只显示摘录或链接。
nav-story = 事件各部分
tab-account = 经过
tab-compare = 对照
tab-timeline = 时间线
tab-quotes = 引语
tab-articles = 报道
tab-changes = 变动
short-head = 概要
short-agreed = { $count } 条说法一致
short-differing = { $count } 处出入
short-single = { $count } 条只有一家提到
short-corrected = { $count } 处更正
short-earlier = { $count } 条早先报道
first-and-last = 首次与最近报道：
as-of-ask = 查看当时状态
as-of-now = 现在
as-of-go = 查看
past-what = 该事件在以下时间的状态：
past-now = 查看现在的状态
follow = 订阅（Feed）
print = 打印
cite = 引用
copy = 复制
copied = 已复制

## A story: the account

account-lead = 发生了什么
account-differs = 各家说法不一之处
account-all = 各家都提到的
account-several = 多家提到的
account-alone = 只有一家提到的
account-one = 经过
account-apart = 所用语言与其他报道均不相同，未作对照。
account-background = 背景
account-corrected = 已更正或撤回
account-earlier = 早先的报道
account-thread = 前因后续
account-left = 未作对照
also-in = 另见
later-than = 晚于以下媒体的全部报道：
parting-also = 以下媒体也提到，但未给出上述数值：
withdrawn = 已撤回，未作替换。
earlier-story = 该事件：
days-earlier = 早 { $count } 天
days-later = 晚 { $count } 天
unalike-language = 所用语言无法与其他报道对照
unalike-too-short = 篇幅过短，无法对照
unalike-too-long = 文章过长，结尾部分未作对照
unalike-too-large = 该事件的报道数超出对照范围
badge-differs = 有出入
badge-alone = 仅一个来源
chip-first = 最先
chip-same-words = 措辞相同
according-to = 据
statement-more = 更多
other-words = 其他表述
not-in = 发表较晚但未提到：
too-early = 发表时此事尚不为人知：
why-one-claim = 为什么算作同一说法

## A story: the comparison

kind-number = 数字
kind-date = 日期
kind-name = 名称
kind-quotation = 引语
kind-wording = 措辞
kind-negation = 是否属实
kind-attribution = 出自何人
nature-update = 更新
nature-scope = 范围不同
nature-conflict = 矛盾
nature-wording = 措辞
compare-only = 显示哪些说法
compare-usual = 多家提到的
compare-differing = 只看有出入的
compare-unique = 只看一家独有的
compare-everything = 全部说法
compare-caption = 谁说了什么
compare-statement = 说法
compare-none = 没有由多个独立来源提到的说法。
compare-none-differing = 未发现各家报道有出入。
compare-none-unique = 没有只由一家提到的内容。
count-statements = { $count } 条说法
agency = 通讯社
column-first = 首篇报道：
first-to-report = 最先：
why = 为什么？
others = 其他
more-origins = 另外 { $count } 个
more-tell = 其中 { $count } 个
cell-told = 提到
cell-first = 最先
cell-same-words = 措辞相同
cell-translated = 其他语言
cell-differs = 不同
cell-not-told = 未提
cell-too-early = 发表在前
cell-perhaps = 可能提到
cell-times-unclear = 时间不明
cell-not-compared = 未对照
choose-first = 与另一条并列
choose-second = 与所选的并列
beside-head = 并列对照
beside-choose = 现在请在下方打开并选择第二个单元格。
beside-marks = 标出的是另一方没有的词语。
why-head = 为什么认为它们说的是同一件事
why-copy = 文字与以下相同：
why-nothing = 它们有一句相同的话。
joined-by-utterance = 引用同一段话
joined-by-words = 词语、名称、数字和日期相同
joined-by-meaning = 意思相同
legend = 符号说明
legend-first = 提到，且最先提到
legend-told = 用自己的话提到
legend-same-words = 措辞与更早的报道几乎相同
legend-translated = 用与所示说法不同的语言提到
legend-differs = 提到的数值不同，数值见单元格
legend-not-told = 在首次发表之后仍有报道，但未提到
legend-too-early = 其报道均早于首次发表，并非略而不提
legend-perhaps = 有一句相近，可能以其他方式提到
legend-times-unclear = 无法从时间判断先后
legend-not-compared = 其报道无法对照
copies-folded = { $count } 篇转载已并入其来源

## A story: the timeline

timeline-none = 从报道中无法得知时间。
timeline-told = 首次报道
timeline-inferred = 日期由词语推断
timeline-more = 当天另有 { $count } 条
precision-time = 精确到分钟
precision-week = 一周
precision-season = 一季
precision-decade = 十年

## A story: quotations

quotes-none = 没有引语。
quote-nobody = 未具名
quote-fullest = 最完整
quote-in = 语言：
quote-cut = 有删节
quote-changed = 措辞不同
quote-translated = 其他语言
quote-reported = 转述

## A story: its articles

count-words = { $count } 词
credit = 注明来源：
at-outlet = 阅读原文
in-common = 与其他报道的共同点：
copy-of = 转载自
copy-whole = 全文转载自
copy-edited = 改动后转载自
copy-cut = 删节转载自
copy-extended = 增补转载自
copy-excerpt = 摘自

## A story: what changed

changes-none = 自首篇报道以来没有变动。
event-article = 报道
event-copy = 转载
event-revision = 媒体作了改动
time-unknown = 时间不详
decided-merge = 与另一事件合并，操作者：
decided-split = 从另一事件拆分，操作者：
decided-move = 将一篇报道移至此处，操作者：
decided-star = 标记者：
decided-note = 备注者：
decided-undone = 已撤销
revision-captured = 抓取于
revision-form = { $count } 处形式改动未显示
about-withdrawn = 撤回
about-added = 新增
about-style = 形式
about-furniture = 版面元素

## An article

no-article-head = 没有这篇报道
no-article-what = 档案中没有编号以此开头的报道，可能输入有误或不完整。
article-in-story = 所属事件
article-link-only = 此处不显示本篇正文，请到该媒体阅读。
article-excerpt-only = 本篇只显示用于对照和引用的部分，全文见该媒体。
article-cited = { $count ->
    [0] 经过中没有引用本篇。
   *[other] 下划线：对照中引用了 { $count } 处。
}
article-record = 记录
article-notes = 异常之处
article-revisions = 抓取记录
article-capture = 原始字节，纯文本
article-changes = 媒体作了哪些改动
article-all-changes = 同时显示形式改动
article-left-out = 页面中未取用的部分
article-left-out-show = 显示页面中未取用的部分
fact-outlet = 媒体
fact-domain = 域名
fact-byline = 署名
fact-published = 发表时间
fact-modified = 修改时间
fact-dateline = 电头
fact-section = 栏目
fact-tags = 标签
fact-language = 语言
fact-credit = 注明来源
fact-captured = 抓取时间
fact-media-type = 文件类型
fact-hash = SHA-256
fact-address = 网址
from-json-ld = 来自页面的结构化数据
from-meta = 来自页面头部
from-title = 来自页面标题
from-chrome = 来自版面元素
from-text = 来自页面文字
from-url = 来自网址
from-feed = 来自 Feed 或数据行
from-time-tag = 来自 time 元素
from-http = 来自服务器
from-words = 由内容判断
from-capture = 来自抓取记录
from-credit = 来自来源行
from-dateline = 来自电头
from-byline = 来自署名行
from-line = 来自单独一行
note-encoding = 声明的编码与字节不符。
note-bytes = 部分字节不是该页面编码下的文字。
note-headline = 未找到标题，以页面标题代替。
note-structured-data = 页面的结构化数据无法解析。
note-published-after = 发表时间晚于抓取时间。
note-no-date = 未找到发表日期。
note-quotation = 引号只开未闭。
note-language = 因语言原因未作对照。
note-paywall = 需付费阅读，这里可能只是开头。
note-cut-short = 页面过大，其余部分从略。
note-other = 该页面有异常之处。
left-navigation = 导航
left-language-bar = 语言栏
left-masthead = 报头
left-date-bar = 日期栏
left-author-card = 作者卡片
left-share-bar = 分享栏
left-cookie-notice = Cookie 提示
left-newsletter = 邮件订阅
left-advertisement = 广告
left-teaser = 导读
left-tag-line = 标签行
left-comments = 评论
left-paywall = 付费墙
left-footer = 页脚
left-duplicate = 重复内容
left-other = 其他

## Outlets

no-outlet-head = 没有这家媒体
no-outlet-what = 档案的事件中没有叫这个名称的媒体。
outlets-what = “最先”统计的是其他来源也提到的说法；“独有”统计的是在有多个来源的事件中别家都没有的内容。两者都只就已抓取的而言。
outlets-none = 还没有媒体出现在事件中。
outlet-name = 媒体
outlet-articles = 报道
outlet-stories = 事件
outlet-copies = 转载
outlet-first = 最先
outlet-alone = 独有
outlet-corrected = 更正
outlet-languages = 语言
outlet-facts = 关于该媒体的已知信息
outlet-facts-what = 由本档案的维护者记录，每项都注明出处；没有一项取自报道本身。
outlet-fact-read = 查阅日期：
outlet-from = 名称的来源与显示范围
outlet-country = 国家
outlet-kind = 类型
outlet-language = 语言
outlet-owner = 所有者
outlet-funding = 资金来源
outlet-founded = 创办时间
outlet-kind-agency = 通讯社
outlet-kind-newspaper = 报纸
outlet-kind-magazine = 杂志
outlet-kind-television = 电视台
outlet-kind-radio = 广播电台
outlet-kind-online = 网络媒体
outlet-kind-blog = 博客
outlet-kind-aggregator = 聚合网站
outlet-kind-government = 政府机构
outlet-kind-organization = 组织
outlet-named-from = 名称
outlet-may = 此处显示
may-full = 全文
may-excerpt = 用于对照和引用的部分，附链接
may-link = 仅标题和链接
may-usual = 按本站惯例
outlet-search = 搜索其报道
outlet-in-stories = 所涉事件

## Names

no-name-head = 没有叫这个名称的人或事物
no-name-what = 档案中没有事件以此名称提到它。
kind-person = 人物
kind-organization = 机构
kind-place = 地点
named-search = 搜索报道
named-what = 仅按名称查找：同名者也在这里。
named-beside = 同时提到
named-said = 发言
named-stories = 所涉事件

## Search

search-head = 搜索
search-fixed = 这是以文件保存的网站副本，无法搜索。
search-found = { $count } 篇报道
search-fitting = 最相关的在前
search-latest = 最新的在前
search-nothing = 没有符合的结果。词语越少，结果越多；名称不论用何种文字都能找到。
search-wrong = 查询在标出的位置无法理解：
search-more = 该事件另有 { $count } 篇报道
search-narrow = 缩小范围
search-outlets = 媒体
search-languages = 语言
search-topics = 主题
search-help = 如何查询
help-words = 两个词都要有，包括各种词形
help-phrase = 按此顺序出现的这些词
help-without = 有前者而无后者
help-outlet = 出自叫此名称的媒体
help-said = 由叫此名字的人所说
help-place = 提到此地点，用此语言
help-time = 在这些日子发表
help-differs = 在数字有出入、来源多于两个的事件中

## Sources

held-captures = 抓取
held-articles = 报道
held-stories = 事件
held-refused = 无报道
held-forgotten = 已移除
held-what = 无报道的抓取会保留，可用“parallax verify”列出；已移除的留下摘要值、日期和原因。
sources-outlets = 全部媒体
sources-watched = 监测中的采集源
sources-none = 没有监测中的采集源。“parallax watch”会自行查询 Feed、站点地图和首页。
sources-count = { $count } 个采集源
source-fails = 出错
source-well = 正常
source-asked = 上次查询
source-due = 下次查询
source-failures = 连续 { $count } 次

## How this was made

made-lead = Parallax 阅读多家媒体的网页，把讲同一事件的归在一起，并将各家所说并列对照。事件不由人挑选，也没有一句话由模型写成。
made-promise-words = 每一句都是媒体原文。每句可追到报道，每篇报道可追到抓取的字节。
made-promise-same = 相同的抓取在任何机器上都生成相同的页面，逐字节一致。
made-promise-careful = 错误地合并两种说法，或显示并不存在的出入，比漏掉更糟。
made-steps = 生成过程
made-extract = 阅读
made-extract-what = 把标题、署名、日期和正文与版面元素区分开；未取用的部分连同类别一并保留。
made-analyse = 标注
made-analyse-what = 在正文中标出句子、名称、引语及发言者、日期和数字。
made-group = 事件
made-group-what = 按名称、数字、词语和含义，把任何语言中讲同一事件的报道归在一起。
made-origins = 独立来源
made-origins-what = 同一文本的转载，以及刊登同一通讯社稿件的各家，都算一个来源。是否一致按来源统计，不按媒体统计。
made-compare = 对照
made-compare-what = 把讲同一件事的说法合在一起；数字、日期、名称和否定方面的出入分类列出。
made-show = 未提
made-show-what = 只有当某来源在首次发表之后仍有报道时，才说它“未提”。
made-measured = 准确率
made-measured-what = 在人工标注、且未针对其作任何调整的事件上测得。百分之百表示毫无错误。
made-measure = 项目
made-figure = 正确
measure-body = 报道正文
measure-headline = 标题，逐字符
measure-quotations = 找到的引语
measure-speakers = 发言者判断正确
measure-grouping-precision = 归在一起的报道中确属同一事件的
measure-grouping-recall = 同属一个事件的报道中已归在一起的
measure-claims = 合并的说法中确指同一件事的
measure-differences-precision = 显示的出入中确有出入的
measure-differences-recall = 找到的出入
measure-copies = 识别出的转载
made-limits = 做不到的事
made-limit-languages = 有些语言只对照词语，不对照含义；无法对照的会注明。
made-limit-absence = “未提”只就已抓取的报道而言，该媒体可能在别处提过。
made-limit-first = “最先”只就已抓取的而言，并以媒体标注的时间为准。
made-limit-conflicts = 在日常新闻中，标为矛盾的内容约有一半确属矛盾。原句并列在旁，可自行判断。
made-limit-names = 同名的两个人在这里算作一人。
made-limit-times = 没有时区的时间，若知道媒体所在时区则以其为准，否则视为世界时。
made-limit-truth = 这里只说谁说了什么，不说谁对。
made-sources = 报道从哪里来
made-run = 当前状态
made-program = 程序
made-tables = 规则与表
made-encoder = 编码器
made-state = 档案状态

## Settings

settings-language = 语言
settings-language-what = 指按钮和标签的语言。媒体所写保持原文。
settings-language-browser = 跟随浏览器
settings-theme = 颜色
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
settings-keys = 快捷键
settings-keys-what = 单个字母的命令：j、k、o、/ 等。按问号可查看列表。
settings-on = 开
settings-off = 关
settings-save = 保存
settings-cookie = 这些设置保存在一个 Cookie 中。除此之外没有其他 Cookie，也不会向任何人发送任何内容。
