// The refusals a judge, a recorder or the chief judge meets while marks are entered, looked at again and locked.
import type { RefusalCode } from "#domain/refusals.ts";
import type { Language } from "./language.ts";

export type Sentence = Readonly<Record<Language, string>>;

export const markingSentences: Readonly<Record<Extract<RefusalCode, `marking.${string}`>, Sentence>> = {
  "marking.unknown-aspect": {
    zh: "没有这个评分点，请刷新评分表。",
    en: "No such aspect. Refresh the sheet.",
  },
  "marking.not-a-number": {
    zh: "“{typed}”不是分数，请输入数字，如 1.5。",
    en: "“{typed}” is not a mark. Enter a number such as 1.5.",
  },
  "marking.above-max": {
    zh: "{typed} 超过满分 {max}，请核对。",
    en: "{typed} is above the maximum of {max}.",
  },
  "marking.below-zero": { zh: "分数不能小于 0。", en: "A mark cannot be below 0." },
  "marking.wrong-step": { zh: "分数须按 {step} 递增，请核对。", en: "Marks go in steps of {step}." },
  "marking.not-full-or-zero": {
    zh: "测量项只能得满分 {max} 或 0 分。",
    en: "A measurement yields {max} or 0.",
  },
  "marking.not-a-level": { zh: "评价只能选 0、1、2、3 级。", en: "A judgement is 0, 1, 2 or 3." },
  "marking.not-a-count": {
    zh: "“{typed}”不是 0 至 {most} 的整数，请核对个数。",
    en: "“{typed}” is not a whole number from 0 to {most}.",
  },
  "marking.not-yes-or-no": {
    zh: "否决项只能选“未触发”或“触发”。",
    en: "A veto is either given or not given.",
  },
  "marking.not-listed": {
    zh: "{typed} 不在可选分值（{marks}）之中，请从中选择，或选 0 分。",
    en: "{typed} is none of the marks {marks}. Choose one of them, or 0.",
  },
  "marking.too-long": {
    zh: "用时“{typed}”超过 {most} 秒，请核对单位是否为秒。",
    en: "“{typed}” is more than {most} seconds. Check that it is in seconds.",
  },
  "marking.too-few-judges": {
    zh: "有效评分只有 {given} 个，少于规定的 {least} 个，不能去高去低。请提交裁判组集体决定。",
    en: "Only {given} marks stand, fewer than the {least} required. The committee decides.",
  },
  "marking.declared-missing": {
    zh: "裁判长已宣布这一席位缺分，不能再录入。如有异议，请报告裁判长。",
    en: "The chief judge declared this seat's mark missing; nothing more is taken. Report to the chief judge.",
  },
  "marking.penalty-stands": {
    zh: "这项判罚已经登记，不必重复提交。",
    en: "This penalty stands already.",
  },
  "marking.penalty-same": {
    zh: "{by} 已对该作品登记“{target} 记零”，重复登记不改变成绩。如需更正，请先撤回原判罚。",
    en: "{by} has set {target} of this work to zero already. To correct that penalty, withdraw it first.",
  },
  "marking.penalty-level": { zh: "请选择判罚方式。", en: "Choose what the penalty does." },
  "marking.penalty-target": {
    zh: "请选择本赛项评分标准中的评分点或模块。",
    en: "Choose an aspect or a module of this skill's marking scheme.",
  },
  "marking.penalty-amount": {
    zh: "扣分须大于 0、不超过 {max} 分，最多两位小数。",
    en: "Take off more than 0 and at most {max} marks, with at most two decimals.",
  },
  "marking.stale": {
    zh: "这个评分点刚被改为“{theirs}”，您的输入未保存。请对照后重新确认。",
    en: "This aspect was just changed to “{theirs}”; yours is not saved. Compare and decide.",
  },
  "marking.sheet-locked": {
    zh: "该子项已锁定，不能改分。如需更正，请报告裁判长。",
    en: "This sub-criterion is locked. Report to the chief judge.",
  },
  "marking.stage-ahead": {
    zh: "{code} 没有进入“{stage}”，这一阶段的评分表不接受录入。请核对评审号。",
    en: "{code} has not come through to “{stage}”; this sheet takes no marks. Check the code.",
  },
  "marking.stage-not-begun": {
    zh: "“{stage}”还没有开始：上一阶段在场选手全部评完后才能评分、锁定。请先补齐上一阶段未评分的评分点。",
    en: "“{stage}” has not begun: everybody present has to be fully marked in the stage before. Complete that first.",
  },
  "marking.not-open": { zh: "本赛项现在不在评分阶段。", en: "This skill is not open for marking." },
  "marking.round-not-open": {
    zh: "本轮评价已结束，当前为第 {round} 轮。请刷新评分表。",
    en: "That round is over; round {round} stands. Refresh the sheet.",
  },
  "marking.wrong-round": { zh: "轮次不符，请刷新评分表。", en: "Wrong round. Refresh the sheet." },
  "marking.request-reused": {
    zh: "提交编号重复而内容不同，未保存。请重新输入。",
    en: "The same request with another content was refused. Enter it again.",
  },
  "marking.competitor-out": {
    zh: "该选手已登记为缺考、退赛或取消资格，不能评分。",
    en: "This competitor is absent, withdrawn or disqualified.",
  },
  "marking.confirmer-entered": {
    zh: "您录入过这张评分表，须由另一人确认。",
    en: "You entered part of this sheet. Another person must confirm it.",
  },
  "marking.nothing-to-confirm": {
    zh: "这张评分表尚未评完或仍有分差，不能确认。",
    en: "This sheet is not complete or has a disagreement.",
  },
  "marking.other-kind": {
    zh: "评分标准已修订，这个评分点的评分方式已改变，修订前填写的分数没有保存。请按现行标准重新评分。",
    en: "The scheme was revised and this aspect is marked in another way now; what was typed before is not saved. Mark it again.",
  },
  "marking.sheet-changed": {
    zh: "评分表在您查看后有变动，请重新核对。",
    en: "The sheet changed since you looked. Check again.",
  },
  "marking.not-locked": {
    zh: "该子项没有锁定，裁判可以直接更正，无需重开。",
    en: "This sub-criterion is not locked: the judges can correct it without reopening.",
  },
  "marking.reason-needed": {
    zh: "请写明理由，理由将永久记录。",
    en: "Give a reason; it is recorded for good.",
  },
  "marking.already-asked": {
    zh: "已有一份相同范围的申请在等待批准，请先处理。",
    en: "A request for the same sheets is waiting already. Deal with it first.",
  },
  "marking.same-person": {
    zh: "提出人不能批准自己的申请，请由监督人办理。",
    en: "Whoever asked cannot approve. The supervisor must decide.",
  },
  "marking.decided": {
    zh: "该申请已经处理，请刷新查看结果。",
    en: "This has been decided already. Refresh to see the outcome.",
  },
  "marking.rekey-blind": {
    zh: "本赛项实行双人盲录：请对照纸质评分表重新录入，不能直接确认。",
    en: "This skill uses blind re-keying: key the paper sheet again instead of confirming it.",
  },
  "marking.no-change": {
    zh: "没有任何分数改变，请填写更正后的分数。",
    en: "No mark would change. Enter the corrected marks.",
  },
  "marking.conflict-declared": {
    zh: "您已对这件作品申报回避，输入未保存。该席位由裁判长安排候补裁判评分。",
    en: "You declared a conflict of interest for this work; nothing was saved. The chief judge calls a reserve.",
  },
  "marking.conflict-locked": {
    zh: "您评过分的 {sub} 已锁定，暂不能申报回避。请当面告知裁判长，由其申请重新开启后再申报。",
    en: "{sub}, which you have marked, is locked. Tell the chief judge; declare once it is reopened.",
  },
  "marking.reserve-not-called": {
    zh: "您是候补裁判，裁判长尚未安排您评这件作品，输入未保存。",
    en: "You are a reserve and not called for this work; nothing was saved.",
  },
  "marking.reserve-unfit": {
    zh: "这位裁判不能接替该席位：须为未对该作品申报回避、也未在该作品就座的候补裁判。请另选一位。",
    en: "This judge cannot take the seat: choose a reserve without a conflict or a seat for this work.",
  },
  "marking.seat-relieved": {
    zh: "这件作品的本席已由候补裁判接替，输入未保存。",
    en: "A reserve holds your seat for this work; nothing was saved.",
  },
  "marking.seat-vacant": {
    zh: "这件作品的该席位空缺（已回避或已离席），不能代录，输入未保存。请裁判长先安排裁判就座。",
    en: "Nobody holds this seat for this work; nothing was saved. The chief judge calls a reserve first.",
  },
  "marking.level-taken": {
    zh: "该席的等级已由裁判本人或另一位录分员录入，您的输入未保存。如与纸质评分表不符，请录入人更正。",
    en: "The judge or another recorder entered this level already; yours is not saved. If the paper differs, they correct it.",
  },
  "marking.recorder-needs-check": {
    zh: "本赛项未设复核，不能代录。请组织方在评分前将复核方式设为“第二人确认”或“双人盲录”。",
    en: "Nobody checks the sheets of this skill, so paper sheets cannot be keyed. Ask the organizer to set a check first.",
  },
  "marking.judge-may-not-record": {
    zh: "您是本赛项的裁判，不能代录评分表。请由未就座的录分员办理。",
    en: "You are seated as a judge in this skill and cannot key its sheets. A recorder without a seat must do it.",
  },
  "marking.other-panel": {
    zh: "本子项由其他裁判小组评分，输入未保存。请返回“我的评分”，评您小组的子项。",
    en: "Another panel marks this sub-criterion; nothing was saved. Go back to your own sheets.",
  },
  "marking.seat-ended": {
    zh: "您的裁判席已结束，输入未保存。请联系裁判长。",
    en: "Your seat has ended; nothing was saved. Contact the chief judge.",
  },
  "marking.not-sampled": {
    zh: "这张评分表不在抽查范围内，无需复核。请返回列表另选一张。",
    en: "This sheet is not in the sample. Go back to the list.",
  },
  "marking.recheck-recorded": {
    zh: "您已记录过本表的复核结果，无需重复提交。请返回列表选下一张。",
    en: "You have recorded this already. Go back to the list for the next sheet.",
  },
  "marking.already-told": {
    zh: "这条消息已经发送，未重复发送。",
    en: "This message has been sent already; it was not sent twice.",
  },
  "marking.due-as-before": {
    zh: "时限与现在的相同，没有改动。",
    en: "This is the time that stands; nothing was changed.",
  },
  "marking.recheck-by-another": {
    zh: "您已记录本表不符，不能再记为相符。如系误记，请由另一人复核；确有差错的，请裁判长申请重新开放后更正。",
    en: "You recorded an error here. If that was a mistake another person must recheck it; otherwise have it reopened and corrected.",
  },
  "marking.message-length": {
    zh: "请写明内容，不超过 {max} 字，然后再发送。",
    en: "Write a message of at most {max} characters, then send it.",
  },
  "marking.has-marks": {
    zh: "该选手已有评分，不能登记为缺考。如中途离场，请登记退赛。",
    en: "Marks stand already; register a withdrawal instead of an absence.",
  },
  "marking.already-locked": {
    zh: "{sub} 已锁定，无需再次锁定。",
    en: "{sub} is locked already.",
  },
  "marking.lock-incomplete": {
    zh: "{code} 的 {sub} 尚未评完，不能锁定。",
    en: "{sub} of {code} is not complete; it cannot be locked.",
  },
  "marking.lock-unconfirmed": {
    zh: "{code} 的 {sub} 尚未由第二人确认，不能锁定。",
    en: "{sub} of {code} is not confirmed by a second person.",
  },
  "marking.lock-disagreeing": {
    zh: "{code} 的 {sub} 分差超限，需再评后才能锁定。",
    en: "{sub} of {code} has a spread over the limit; another round is needed.",
  },
  "marking.note-length": {
    zh: "说明须为 1–{most} 字，现为 {length} 字，未保存。请修改后再保存。",
    en: "A note has 1 to {most} characters; this one has {length} and was not saved. Shorten it and save again.",
  },
  "marking.photo-not-jpeg": {
    zh: "照片未上传：只接受 JPEG 照片。请用相机直接拍照，或选择 JPEG 文件。",
    en: "The photo was not uploaded: JPEG only. Take it with the camera or choose a JPEG file.",
  },
  "marking.photo-damaged": {
    zh: "照片未上传：文件不完整或无法读取。请重新拍照后再传。",
    en: "The photo was not uploaded: the file is incomplete or cannot be read. Take it again.",
  },
  "marking.photo-too-large": {
    zh: "照片未上传：须不超过 1.5 MB，任一边不超过 4096 像素。请降低相机分辨率后重拍。",
    en: "The photo was not uploaded: at most 1.5 MB and 4096 pixels an edge. Lower the camera's resolution and take it again.",
  },
  "marking.evidence-full": {
    zh: "这个评分点的附件已满（{most} 个），未保存。请先撤回不需要的。",
    en: "This aspect holds {most} of these already; nothing was saved. Withdraw one first.",
  },
  "marking.evidence-locked": {
    zh: "该子项已锁定，附件不能增减。如需补充，请报告裁判长。",
    en: "This sub-criterion is locked: evidence can be neither added nor withdrawn. Report to the chief judge.",
  },
  "marking.evidence-not-own": {
    zh: "只能撤回自己添加的附件。请告知添加的裁判。",
    en: "You can withdraw your own evidence only. Tell the judge who attached it.",
  },
  "marking.evidence-withdrawn": {
    zh: "该附件已经撤回，请刷新评分表。",
    en: "It has been withdrawn already. Refresh the sheet.",
  },
};
