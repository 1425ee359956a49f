# 网站用语。一页一节，顺序与 en.ftl 相同。
#
# 词汇：outlet — 媒体；article — 报道；story — 事件；account — 该媒体的说法；origin — 独立来源
#（转载归入其下）；claim — 说法要点；quotation — 引语，speaker — 发言者。

## Counts

count-articles = { $count } 篇报道
count-outlets = { $count } 家媒体
count-origins = { $count } 个独立来源
count-stories = { $count } 个事件

## Charts

chart-figures = 数据
chart-rows-more = 另有 { $count } 行
chart-universal = 时间为 UTC。
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
chart-quantities = 数字的变化
chart-first-and-last = 从 { $first } 到 { $last }
chart-figure = 数字
chart-said = 原文

## Times

as-of = 截至 { $moment }
