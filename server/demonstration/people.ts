// Invented people of the demonstration: generated names, and ID numbers with birth dates no living person has.

import { divisions } from "#domain/people/organizations.ts";
import { checkDigit } from "#domain/people/resident-id.ts";

const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
];
const given = [
  "志远",
  "静怡",
  "建国",
  "晓燕",
  "文博",
  "雅琴",
  "海涛",
  "丽华",
  "子涵",
  "春梅",
  "国强",
  "思源",
  "桂英",
  "明轩",
  "红霞",
  "浩然",
  "秀兰",
  "俊杰",
  "玉洁",
  "永刚",
  "婷婷",
  "德胜",
  "雪莹",
  "振华",
  "慧敏",
  "长河",
  "佳宁",
  "立新",
  "爱玲",
  "一鸣",
];
/** Names that test a system: characters outside the basic plane, a compound surname, a middle dot. */
const rare = ["张𬱖", "刘㛃", "孙𫖯", "赵䶮", "欧阳修远", "买买提·艾力", "上官云", "迪丽热巴·玉素甫"];

export type Invented = { readonly name: string; readonly residentId: string };

/** The n-th invented person, always the same; every seventeenth has a rare name. */
export function invent(n: number): Invented {
  const name =
    n % 17 === 5
      ? rare[Math.floor(n / 17) % rare.length]!
      : surnames[(n * 7) % surnames.length]! + given[(n * 11 + Math.floor(n / 30)) % given.length]!;
  const region = divisions[n % divisions.length]!.code;
  const birth = `${2085 + (n % 14)}${String(1 + (n % 12)).padStart(2, "0")}${String(1 + ((n * 5) % 28)).padStart(2, "0")}`;
  const body = `${region}${birth}${String(100 + (n % 900)).padStart(3, "0")}`;
  return { name, residentId: body + checkDigit(body) };
}
