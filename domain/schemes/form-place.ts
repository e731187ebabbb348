// Says in Chinese where in a scheme's JSON a fault lies: ["criteria","0","max"] is 第 1 项标准 › 分值.

const lists: Readonly<Record<string, string>> = {
  criteria: "项标准",
  subcriteria: "个子项",
  aspects: "个评分点",
  sections: "个职业标准分区",
};

const fields: Readonly<Record<string, string>> = {
  total: "总分",
  id: "编号",
  name: "名称",
  max: "分值",
  marks: "分值",
  day: "评分日",
  kind: "类型",
  step: "步长",
  description: "描述",
  requirement: "要求",
  wsos: "职业标准分区",
  row: "行号",
  levels: "评价档次描述",
  how: "测量办法",
  by: "测量办法",
  nominal: "标称值",
  unit: "单位",
  bands: "分档",
  within: "允许偏差",
  of: "总个数",
  perFault: "每处扣分",
  cap: "触发后上限",
  scale: "裁判给分上限",
  limit: "限时",
  counting: "计时办法",
  early: "提前加分",
  late: "超时扣分",
  every: "每多少秒",
  most: "最多",
  voidAfter: "超时作废",
  criteria: "标准列表",
  subcriteria: "子项列表",
  aspects: "评分点列表",
  sections: "职业标准分区列表",
};

/** The place that a path of keys and positions (from 0) names; the empty path is the file as a whole. */
export function placeOf(path: readonly string[]): string {
  const steps: string[] = [];
  for (let at = 0; at < path.length; at += 1) {
    const key = path[at]!;
    const position = path[at + 1];
    if (position !== undefined && key in lists) {
      steps.push(`第 ${Number(position) + 1} ${lists[key]}`);
      at += 1;
    } else if (position !== undefined && key === "levels") {
      steps.push(`第 ${position} 档描述`);
      at += 1;
    } else {
      steps.push(fields[key] ?? key);
    }
  }
  return steps.length === 0 ? "评分标准" : steps.join(" › ");
}
