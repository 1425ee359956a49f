# 网站用语。一页一节，顺序与 en.ftl 相同。
#
# 词汇：outlet — 媒体；article — 报道；story — 事件；account — 各家报道（栏目名“经过”）；origin — 独立来源
#（转载归入其下）；claim, statement — 说法；quotation — 引语，speaker — 发言者。

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
latest-article = 最新报道
latest-revision = 有改动
filters = 筛选
filter-topic = 主题
filter-language = 语言
filter-place = 提及地点
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
