// An accepted competitor who takes part without award rights.
export const awardRights = {
  without: "不参与评奖",
  reasonHint: "写明依据，如：往届冠军表演赛。随记录永久保留。",
  take: {
    trigger: "不参与评奖",
    title: "{name} 不参与评奖？",
    text: "成绩和名次照常计算，奖项由后面的选手递补。公示前可以恢复。",
  },
  give: { trigger: "恢复评奖", title: "恢复 {name} 参与评奖？", text: "恢复后按名次参与评奖。" },
};
