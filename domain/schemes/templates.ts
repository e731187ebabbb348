// Schemes to start from: trades that many competitions hold, each adapted before it is locked.
import type { Aspect, Criterion, Scheme } from "./aspect.ts";
import { numbered } from "./numbering.ts";

export type Template = { readonly id: string; readonly name: string; readonly scheme: Scheme };

const levels: [string, string, string, string] = ["未达到要求", "达到要求", "部分优于要求", "明显优于要求"];
const head = (description: string, max: string) => ({ id: "new", description, max });
const judged = (description: string, max: string): Aspect => ({
  ...head(description, max),
  kind: "judgement",
  levels,
});
const faults = (description: string, max: string, perFault: string): Aspect => ({
  ...head(description, max),
  kind: "deduction",
  perFault,
});
const marked = (description: string, max: string, step = "0.50"): Aspect => ({
  ...head(description, max),
  kind: "value",
  step,
});
const oneOf = (description: string, ...marks: string[]): Aspect => ({
  ...head(description, marks[0]!),
  kind: "measurement",
  how: { by: "list", marks },
});
const veto = (description: string): Aspect => ({ ...head(description, "0"), kind: "veto" });

const criterion = (id: string, name: string, max: string, ...aspects: Aspect[]): Criterion => ({
  id,
  name,
  max,
  subcriteria: [{ id: `${id}1`, name, day: 1, aspects }],
});
const template = (id: string, name: string, total: string, ...criteria: Criterion[]): Template => ({
  id,
  name,
  scheme: numbered({ total, criteria }).scheme,
});

export const templates: readonly Template[] = [
  template(
    "cooking",
    "中式烹调（热菜）",
    "100.00",
    criterion(
      "A",
      "成品",
      "100.00",
      judged("观感", "20.00"),
      judged("味感", "40.00"),
      judged("营养卫生", "20.00"),
      judged("实用性", "20.00"),
      veto("不能食用"),
      {
        ...head("用时", "0"),
        kind: "time",
        limit: "7200",
        counting: "complete",
        late: { every: "60", marks: "0.50" },
        voidAfter: "1800",
      },
    ),
  ),
  template(
    "knife-skill",
    "刀工（三档给分）",
    "100.00",
    criterion(
      "A",
      "直刀法",
      "100.00",
      oneOf("规定时间内熟练完成", "20.00", "18.00", "16.00"),
      oneOf("粗细均匀", "25.00", "22.00", "19.00"),
      oneOf("长度达标", "25.00", "20.00", "15.00"),
      oneOf("无连刀", "20.00", "17.00", "14.00"),
      oneOf("重量达标", "5.00", "4.00", "3.00"),
      oneOf("卫生达标", "5.00", "4.00", "3.00"),
    ),
  ),
  template(
    "bed-making",
    "客房服务（中式铺床）",
    "40.00",
    criterion(
      "A",
      "铺床",
      "40.00",
      marked("甩单、定位", "5.00"),
      marked("包角", "5.00"),
      marked("被芯定位", "5.00"),
      marked("套被套", "7.00"),
      marked("铺被", "5.00"),
      marked("套枕头", "4.00"),
      marked("放枕头", "5.00"),
      marked("整体效果", "4.00"),
      {
        ...head("用时", "0"),
        kind: "time",
        limit: "150",
        counting: "complete",
        early: { every: "10", marks: "1.00" },
        late: { every: "10", marks: "1.00" },
      },
    ),
  ),
  template(
    "welding",
    "电焊工（焊缝外观）",
    "100.00",
    criterion(
      "A",
      "外观",
      "80.00",
      marked("焊脚尺寸、凸凹度", "10.00"),
      faults("咬边", "10.00", "2.00"),
      faults("未焊透", "10.00", "4.00"),
      faults("夹渣、气孔、焊瘤", "20.00", "5.00"),
      { ...head("表面原始状态，无裂纹、未熔合", "30.00"), kind: "measurement" },
    ),
    criterion("B", "安全文明生产", "20.00", marked("安全文明生产", "20.00")),
  ),
];

export const templateCalled = (id: string): Template | undefined => templates.find((one) => one.id === id);
