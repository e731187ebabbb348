// Delegations ranked over the published results, as everybody reads it.
export const ranking = {
  title: "代表队排名",
  published: "已发布 {n} / {of} 个赛项",
  open: "名次随其余赛项的发布而变化。",
  methodText: {
    "medal-table": "依次比较金牌、银牌、铜牌和优胜奖数，全部相同的并列。",
    "medal-points":
      "金牌 4 分、银牌 3 分、铜牌 2 分、优胜奖 1 分，按奖牌积分排名；积分相同的依次比较金牌、银牌、铜牌和优胜奖数，全部相同的并列。",
    "average-points":
      "金牌 4 分、银牌 3 分、铜牌 2 分、优胜奖 1 分，按平均积分（奖牌积分 ÷ 参赛选手数）排名；积分相同的依次比较金牌、银牌、铜牌和优胜奖数，全部相同的并列。",
  },
  counted: "一、二、三等奖按金、银、铜牌计；表演项目单独设奖，不计入。排名办法在抽签前确定。",
  rank: "名次",
  delegation: "代表队",
  gold: "金牌",
  silver: "银牌",
  bronze: "铜牌",
  excellence: "优胜奖",
  entered: "参赛选手",
  points: "奖牌积分",
  average: "平均积分",
  /** Heads on a phone. */
  short: {
    rank: "名次",
    gold: "金",
    silver: "银",
    bronze: "铜",
    excellence: "优",
    points: "积分",
    average: "均分",
    total: "总分",
  },
  shared: "并列",
  none: "—",
};
