// The trades of the demonstration with their occupation codes, and believable marking schemes of 100 marks.

import { j, m, scheme, type Trade, v } from "./trade.ts";

const welding = scheme(
  [
    "安全文明生产",
    [
      "劳动防护与现场",
      1,
      m("劳动防护用品穿戴齐全", "2.00", "缺一项不得分"),
      m("工具、焊材定置摆放", "2.00"),
      m("焊后清理现场", "2.00"),
      j("安全操作习惯", "4.00"),
    ],
  ],
  [
    "试件外观",
    [
      "焊缝尺寸",
      1,
      v("焊缝余高", "10.00", "0.5", "0–3 mm，每超差 0.5 mm 扣 2 分"),
      v("焊缝宽度差", "10.00"),
      v("错边量", "6.00"),
      v("角变形", "6.00"),
    ],
    [
      "表面质量",
      1,
      m("无表面裂纹", "6.00", "有裂纹不得分"),
      m("无气孔、夹渣", "4.00"),
      v("咬边深度与长度", "4.00"),
      j("焊缝成形", "4.00"),
    ],
  ],
  [
    "内部质量",
    [
      "射线检测",
      2,
      v("底片等级", "25.00", "5", "Ⅰ级 25 分，Ⅱ级 15 分，Ⅲ级 5 分"),
      m("无未焊透", "10.00"),
      m("无未熔合", "5.00"),
    ],
  ],
);
const cooking = scheme(
  [
    "刀工",
    ["切配土豆丝", 1, v("粗细均匀（2 mm）", "15.00"), v("完成用时", "10.00"), m("无连刀、无碎屑", "5.00")],
  ],
  [
    "热菜",
    [
      "软熘鲤鱼焙面",
      1,
      j("色泽", "10.00"),
      j("味型", "15.00"),
      j("造型与装盘", "10.00"),
      m("鱼肉熟度达标", "10.00"),
      m("操作卫生", "5.00", "生熟分开，台面整洁"),
    ],
  ],
  ["冷拼", ["象形冷拼", 2, j("构图与主题", "10.00"), v("刀面均匀", "10.00")]],
);
const tea = scheme(
  ["礼仪仪容", ["仪容与礼节", 1, v("着装与仪容", "5.00"), v("行礼与表达", "5.00")]],
  ["茶席设计", ["席面", 1, v("主题与立意", "10.00"), v("器具搭配", "10.00")]],
  ["行茶", ["冲泡演示", 1, v("程序完整", "15.00"), v("动作规范", "15.00"), v("时间掌握", "10.00")]],
  ["茶汤质量", ["茶汤", 2, v("汤色", "10.00"), v("香气", "10.00"), v("滋味", "10.00")]],
);
const usualWork = scheme(
  [
    "工艺准备",
    ["图样与准备", 1, m("图样识读正确", "5.00"), m("工量具检查记录完整", "5.00"), v("工艺方案", "10.00")],
  ],
  [
    "操作过程",
    [
      "操作",
      1,
      v("工序执行", "20.00"),
      v("精度控制", "15.00"),
      m("安全操作无违规", "5.00"),
      j("操作熟练程度", "10.00"),
    ],
  ],
  ["成品质量", ["成品", 2, v("尺寸与功能", "20.00"), j("外观质量", "10.00")]],
);

export const trades: readonly Trade[] = [
  {
    name: "焊工",
    occupation: "6-18-02-04",
    category: "world-skills",
    venue: "开封技师学院 焊接实训中心",
    scheme: welding,
    until: "notice",
  },
  {
    name: "车工（数控车）",
    occupation: "6-18-01-01",
    category: "world-skills",
    venue: "开封技师学院 数控车间",
    scheme: usualWork,
    until: "decoded",
  },
  {
    name: "中式烹调师",
    occupation: "4-03-02-01",
    category: "national",
    venue: "鼓楼区 餐饮职业培训学校",
    scheme: cooking,
    until: "complete",
  },
  {
    name: "茶艺师",
    occupation: "4-03-02-07",
    category: "national",
    venue: "清明上河园 宣和殿",
    scheme: tea,
    until: "scoring",
    open: true,
  },
  {
    name: "网站设计与开发",
    occupation: "4-04-05-01",
    category: "world-skills",
    venue: "河南大学 计算机楼",
    scheme: usualWork,
    until: "scoring",
    daySignatures: true,
    confirm: "second",
  },
  {
    name: "健康照护师",
    occupation: "4-14-01-03",
    category: "world-skills",
    venue: "开封大学 护理实训楼",
    scheme: usualWork,
    until: "scoring",
    confirm: "blind",
  },
  {
    name: "养老护理员",
    occupation: "4-10-01-05",
    category: "national",
    venue: "开封大学 护理实训楼",
    scheme: usualWork,
    until: "drawn",
  },
  {
    name: "汽车维修工",
    occupation: "4-12-01-01",
    category: "world-skills",
    venue: "祥符区 汽修实训基地",
    scheme: usualWork,
    until: "drawn",
  },
  {
    name: "抽纱刺绣工（汴绣）",
    occupation: "6-09-03-11",
    category: "local",
    venue: "龙亭区 汴绣工坊",
    scheme: usualWork,
    until: "registration",
  },
  {
    name: "陶瓷产品设计师（官瓷）",
    occupation: "4-08-08-13",
    category: "local",
    venue: "禹王台区 官瓷研究所",
    scheme: usualWork,
    until: "registration",
  },
  {
    name: "园林绿化工",
    occupation: "4-09-10-01",
    category: "national",
    venue: "城乡一体化示范区 园博园",
    scheme: usualWork,
    until: "registration",
  },
  {
    name: "电子商务师",
    occupation: "4-01-06-01",
    category: "national",
    venue: "兰考县 电商产业园",
    scheme: usualWork,
    until: "registration",
  },
  {
    name: "美发师",
    occupation: "4-10-03-02",
    category: "world-skills",
    venue: "顺河回族区 职业中专",
    scheme: usualWork,
    until: "registration",
  },
];

/** The one skill of the earlier edition that was published. */
export const publishedTrade: Trade = {
  name: "中式面点师",
  occupation: "4-03-02-02",
  category: "national",
  venue: "开封技师学院 烹饪楼",
  scheme: usualWork,
  until: "published",
};

/** The skills of the county's competition that is open for registration. */
export const openTrades: readonly Trade[] = [
  {
    name: "电工",
    occupation: "6-31-01-03",
    category: "national",
    venue: "祥符区 职业技术学校",
    scheme: usualWork,
    until: "registration",
  },
  {
    name: "育婴员",
    occupation: "4-10-01-02",
    category: "local",
    venue: "祥符区 职业技术学校",
    scheme: usualWork,
    until: "registration",
  },
];
