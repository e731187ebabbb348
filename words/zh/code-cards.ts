// The cards with a QR per work that the chief judge prints.
export const codeCards = {
  open: "打印作品卡",
  title: "作品卡 · {skill}",
  lead: "每件作品一张，放在作品旁。裁判用平板自带的相机扫码，即打开该作品的评分表；未登录的先登录。",
  how: "卡上只有{code}，不含姓名、单位、工位。请在裁判平板所用的网址下打开本页再打印，二维码以当前网址生成。",
  none: "还没有作品卡",
  noneLead: "抽签完成后，此处列出各作品的卡片。",
  qr: "作品 {code} 的二维码：{address}",
  back: "返回评分总览",
};
