# 网站用语。一页一节，顺序与 en.ftl 相同。
#
# 词汇：outlet — 媒体；article — 报道；story — 事件；account — 该媒体的说法；origin — 独立来源
#（转载归入其下）；claim — 说法要点；quotation — 引语，speaker — 发言者。

## Counts

count-articles = { $count } 篇报道
count-outlets = { $count } 家媒体
count-origins = { $count } 个独立来源
count-stories = { $count } 个事件

## Times

as-of = 截至 { $moment }
