// One sentence for every refusal, in both languages: what happened, and what to do next.
import type { Refusal } from "#domain/outcome.ts";
import type { RefusalCode } from "#domain/refusals.ts";
import { bundleFault } from "./bundle-faults.ts";
import { type Language, say } from "./language.ts";
import { markingSentences, type Sentence } from "./refusals-of-marking.ts";
import { schemeSentences } from "./refusals-of-schemes.ts";
import { floorSentences } from "./refusals-of-the-floor.ts";
import { compositionSentences } from "./refusals-of-the-rules.ts";

const sentences: Readonly<Record<RefusalCode, Sentence>> = {
  "access.sign-in-first": { zh: "请先登录。", en: "Please sign in first." },
  "access.not-allowed": {
    zh: "您的角色不能进行此操作。如确需办理，请联系组织方调整角色。",
    en: "Your role does not allow this. Ask the organizer if it should.",
  },
  "access.wrong-password": {
    zh: "账号或密码不正确，请核对后重试。",
    en: "Wrong account or password. Check both and try again.",
  },
  "access.not-confirmed": {
    zh: "密码不正确，尚未签署。请重新输入您本人的登录密码。",
    en: "Wrong password; nothing was signed. Enter your own password again.",
  },
  "access.too-many-attempts": {
    zh: "尝试次数过多，请 {minutes} 分钟后再试。",
    en: "Too many attempts. Try again in {minutes} {minutes|minute|minutes}.",
  },
  "access.link-used": {
    zh: "这条链接已使用或已过期，请向发送人索取新的链接。",
    en: "This link was used or has expired. Ask for a new one.",
  },
  "access.weak-password": {
    zh: "密码至少 10 个字符，不能包含账号，也不能只有几个重复字符。请换一个。",
    en: "Use at least 10 characters, not containing the account name and not mostly repeated.",
  },
  "access.last-administrator": {
    zh: "这是最后一名系统管理员，不能撤销。请先授予另一人管理员角色。",
    en: "This is the last administrator and cannot be ended. Give the role to another person first.",
  },
  "access.is-competitor": {
    zh: "该账号属于参赛选手，不能担任裁判或工作人员。请为工作人员另建账号。",
    en: "This account belongs to a competitor and can hold no office. Make another account for staff.",
  },
  "access.floor-apart": {
    zh: "现场裁判知道选手姓名和参赛号，不能兼任同一赛项的评分裁判、裁判长或录分员，在该赛项做过现场记录的人也不能评分。请另选一人，或先撤销原有角色。",
    en: "A floor judge knows names and competition numbers and cannot score, lead or record marks in the same skill; nor can anybody who recorded on its floor. Choose another person, or end the other role first.",
  },
  "competition.closed": {
    zh: "赛事已结束，不能再增加赛项、代表队和规则组。",
    en: "The competition is over: no skill, delegation or rule set can be added.",
  },
  "competition.archived": {
    zh: "赛事已归档，不能再安排裁判席。",
    en: "The competition is archived: no judge can be seated.",
  },
  "access.login-taken": {
    zh: "账号“{login}”已被使用，请换一个。",
    en: "The account name “{login}” is taken. Choose another.",
  },
  "access.insecure": {
    zh: "请通过 HTTPS 访问后再登录；明文连接只允许在本机使用。",
    en: "Sign in over HTTPS; plain HTTP is accepted on this machine only.",
  },
  "access.foreign-origin": {
    zh: "请求来自其他网站，已拒绝。请在本系统页面中操作。",
    en: "The request came from another site and was refused. Use this system's own pages.",
  },
  "input.invalid": {
    zh: "有内容填写不正确，请更正标出的项目。",
    en: "Something is not filled in correctly. Correct the marked fields.",
  },
  "input.too-large": {
    zh: "提交的内容过大，未被接收。请缩小文件或分次提交。",
    en: "What was sent is too large and was not taken. Send a smaller file, or send it in parts.",
  },
  "input.not-found": {
    zh: "没有找到所请求的内容，请从列表重新进入。",
    en: "Not found. Open it again from the list.",
  },
  "competition.step-not-open": {
    zh: "赛事当前状态不能进行这一步，请刷新后按流程办理。",
    en: "The competition is not at this step. Refresh and follow the order.",
  },
  "competition.ranking-fixed": {
    zh: "已有赛项抽签或赛事已结束，代表队排名办法和指导教师名次不能再改。页面所示即为本届所用，请照此办理。",
    en: "A skill has been drawn or the competition is over: the method of ranking delegations and the ranks of coaches stand. Go by what the page shows.",
  },
  "competition.dates-reversed": {
    zh: "结束日期早于开始日期，请更正。",
    en: "The end date is before the start date.",
  },
  "skill.number-taken": {
    zh: "本赛事已有编号为 {number} 的赛项，请换一个编号。",
    en: "Skill number {number} exists already in this competition.",
  },
  "skill.needs-judges": {
    zh: "裁判席 {missing} 号空缺（已安排 {seats} 名），请先补齐裁判席。",
    en: "Seats {missing} are empty ({seats} {seats|judge is|judges are} seated). Seat the rest first.",
  },
  "skill.seat-taken": {
    zh: "{number} 号席已有裁判，或此人已在本赛项就席。请换席位或人员。",
    en: "Seat {number} is taken, or this person is seated already.",
  },
  "skill.step-not-open": {
    zh: "赛项当前阶段不能进行这一步，请刷新后按流程办理。",
    en: "The skill is not at this step. Refresh and follow the order.",
  },
  "people.id-length": {
    zh: "身份证号应为 18 位，请核对后重新填写。",
    en: "A resident ID has 18 characters. Check and enter it again.",
  },
  "people.id-fifteen": {
    zh: "这是 15 位一代证号，已停用。请填写 18 位身份证号。",
    en: "This is a 15-digit first-generation number. Enter the 18-character number.",
  },
  "people.id-date": {
    zh: "身份证号中的出生日期不存在，请核对第 7 至 14 位。",
    en: "The birth date in the ID does not exist. Check characters 7 to 14.",
  },
  "people.id-check-digit": {
    zh: "身份证号校验位不符，请逐位核对。",
    en: "The check digit of the ID does not match. Check every digit.",
  },
  "people.name-empty": { zh: "请填写姓名。", en: "Enter a name." },
  "people.name-character": {
    zh: "姓名“{name}”含有不能使用的字符。请只填写证件上的姓名，不加注释或符号。",
    en: "The name “{name}” contains characters that are not allowed. Enter it as on the ID.",
  },
  "people.name-long": { zh: "姓名超过 50 个字，请核对。", en: "The name is longer than 50 characters." },
  "people.name-differs": {
    zh: "此身份证号已登记在另一姓名下。请核对证件；如有更名，请联系组织方。",
    en: "This ID is registered under another name. Check the card, or contact the organizer.",
  },
  "registration.closed": {
    zh: "本赛项报名未开放或已截止，请联系组织方。",
    en: "Registration for this skill is not open. Contact the organizer.",
  },
  "registration.has-account": {
    zh: "该选手已有账号，请用原账号登录；忘记密码请联系系统管理员重置。",
    en: "This competitor has an account already and signs in with it. An administrator can reset a forgotten password.",
  },
  "registration.duplicate": {
    zh: "已经登记过，请勿重复提交；如需修改，请在列表中办理。",
    en: "Already registered. Change it in the list instead.",
  },
  "registration.step-not-open": {
    zh: "此报名的当前状态不能进行这一步，请刷新列表。",
    en: "The registration is not at this step. Refresh the list.",
  },
  "registration.reason-needed": {
    zh: "请填写理由，以便对方更正。",
    en: "Give a reason, so that it can be corrected.",
  },
  "draw.not-coded": {
    zh: "本赛项不加密，无需抽签；请由组织方确定参赛名单。",
    en: "This skill is not coded and needs no draw: the organizer fixes the field.",
  },
  "draw.too-few": {
    zh: "还没有审核通过的选手，不能抽签。",
    en: "No accepted competitor yet: nothing to draw.",
  },
  "draw.not-committed": {
    zh: "抽签承诺尚未公布，或名单在公布后有变动。请加密裁判重新公布承诺。",
    en: "The draw is not committed, or the list changed since. The coding officer commits again.",
  },
  "draw.two-people": {
    zh: "此步须由另一人办理：加密裁判提出，监督人在场确认。",
    en: "Another person must do this: the coding officer asks, the supervisor confirms.",
  },
  "bundle.invalid": {
    zh: "复算包有误：{place} 处，{fault}。请重新下载后再试。",
    en: "The bundle is not valid. At {place}: {fault}. Download it again.",
  },
  "results.not-published": {
    zh: "成绩尚未发布，复算包和评分导出在发布后提供。",
    en: "The result is not published yet; its bundle and exports of marks are offered after publication.",
  },
  "results.not-tied": {
    zh: "所选选手并非总分与同分排序都相同的一组：请刷新后，按现在并列的选手重新裁定。",
    en: "Those chosen are not the people who share one rank now: refresh and decide for them.",
  },
  "results.stage-line-moved": {
    zh: "解密后并入的现场判罚改变了晋级线，{codes} 在后一阶段没有评分，不能公布。请监督核实该项判罚。",
    en: "The floor's penalties moved the line of a stage: {codes} have no mark in the next one, so nothing is published. The supervisor looks at the penalty.",
  },
  "results.tie-open": {
    zh: "{codes} 总分及同分排序各项均相同，本赛项不设并列：请由裁判组裁定名次并写明理由后再办理。",
    en: "{codes} are equal in total and in the whole tie chain, and this skill shares no ranks: record the committee's order with its reason first.",
  },
  ...markingSentences,
  ...floorSentences,
  ...compositionSentences,
  ...schemeSentences,
  "results.not-complete": {
    zh: "还有 {subcriteria} 个子项未锁定、{competitors} 名选手未评完。",
    en: "{subcriteria} {subcriteria|sub-criterion is|sub-criteria are} not locked and {competitors} {competitors|competitor|competitors} incomplete.",
  },
  "results.recheck-open": {
    zh: "抽查复核还有 {sheets} 张评分表未完成或未更正，请完成后再签署。",
    en: "{sheets} {sheets|sheet|sheets} of the recheck {sheets|is|are} open or not corrected. Finish them before signing.",
  },
  "results.day-open": {
    zh: "第 {day} 天还有 {subcriteria} 个子项未锁定，锁定后才能签字。",
    en: "{subcriteria} {subcriteria|sub-criterion|sub-criteria} of day {day} {subcriteria|is|are} not locked. Sign once they are.",
  },
  "results.day-signed": {
    zh: "您已签过第 {day} 天的当前内容，无需再签。",
    en: "You have signed day {day} as it stands; there is nothing more to sign.",
  },
  "results.days-unsigned": {
    zh: "第 {day} 天的评分汇总表还有 {judges} 名裁判未签字，请他们签字后再由裁判长签字。",
    en: "{judges} {judges|judge has|judges have} not signed the mark summary of day {day}. The chief judge signs after them.",
  },
  "results.drawing-unfit": {
    zh: "手写签名图片不合要求（PNG，不超过 60 kB），未保存。请清除后重画，或不画直接签字。",
    en: "The drawn signature is not a PNG of at most 60 kB; nothing was saved. Draw it again, or sign without drawing.",
  },
  "results.same-person": {
    zh: "此项已签，或您已在本赛项签过字。复核、裁判长、监督须由三个人分别签署。",
    en: "Already signed, or you signed another part. Three different people must sign.",
  },
  "results.checker-entered": {
    zh: "您录入过本赛项的分数，不能签署复核。请由没有录入过分数的录分员或裁判长复核签字。",
    en: "You entered marks of this skill. A recorder or chief judge who entered none must sign it as checked.",
  },
  "results.day-sealed": {
    zh: "评分结束前，评分汇总表只供裁判和裁判长查看。请在评分完成后再打开。",
    en: "Until marking is complete only the judges and the chief judge read this summary. Open it then.",
  },
  "results.content-changed": {
    zh: "成绩在您查看后有变动，未签署。请刷新本页，重新核对后再签。",
    en: "The result changed since you looked; nothing was signed. Refresh and check again.",
  },
  "results.step-not-open": {
    zh: "当前阶段不能进行这一步，请刷新后按流程办理。",
    en: "Not at this step. Refresh and follow the order.",
  },
  "notice.still-open": {
    zh: "公示至 {until} 结束，之后才能发布。",
    en: "The public notice runs until {until}; publish after it.",
  },
  "awards.unresolved-tie": {
    zh: "获奖线上有并列未决，请先由专家组裁定。",
    en: "A tie at the line is unresolved; decide it first.",
  },
  "awards.already-registered": {
    zh: "此人的同一奖项已经登记。",
    en: "The same award of this person is registered already.",
  },
  "awards.same-person": {
    zh: "终核须由另一人办理：登记人和初核人不能终核。",
    en: "Another person must make it final: not who entered or verified it.",
  },
  "awards.step-not-open": {
    zh: "该奖项的当前状态不能进行这一步，请刷新。",
    en: "The award is not at this step. Refresh.",
  },
  "credentials.no-match": {
    zh: "没有与该编号和姓名同时相符的证书，请逐字核对。",
    en: "No certificate matches this number and name. Check every character.",
  },
  "credentials.purpose-needed": { zh: "请选择本次查询的用途。", en: "State the purpose of this look-up." },
  "server.overloaded": {
    zh: "系统繁忙，请稍后重试；已保存的内容不受影响。",
    en: "The system is busy. Try again shortly; what was saved is safe.",
  },
};

export const refusalSentence = ({ code, params }: Refusal, language: Language): string =>
  say(sentences[code][language], code === "bundle.invalid" ? faultSaid(params, language) : params);

const faultSaid = (params: Refusal["params"], language: Language): Refusal["params"] =>
  params && { ...params, fault: bundleFault(params, language) };
