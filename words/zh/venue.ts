// The venue's own network: what the terminal prints at start and stop, and the page on which a device learns to trust the server.
export const venue = {
  start: {
    devices: "平板、手机和电脑首次使用，请在同一网络中打开任一地址，按页面信任证书：{url}",
    enter: "信任后扫码或由此进入：{url}",
    fingerprint: "证书指纹（SHA-256），供设备核对：{fingerprint}",
    left: "现场证书不包括：{names}。请用上面的地址访问。",
    renewed: "网络地址已变化，现场证书已更新：{url}",
    redirect: "明文地址 {url} 只转到 HTTPS。",
    stopping: "正在停止：不再接受新的连接，先答复已收到的评分。",
    stopped: "已停止。答复过的评分均已保存。",
    alone: "没有找到局域网地址。请先连接现场网络，地址出现后会自动更新。",
  },
  guide: {
    title: "信任本机证书",
    brand: "汴赛 · 开封市职业技能竞赛系统",
    lead: "本系统运行在赛场的局域网内。每台设备只需信任一次，之后的访问全程加密。",
    language: "English",
    first: "第一步　下载证书",
    download: "下载证书",
    compare: "请与主机屏幕上显示的指纹逐位核对，不一致时请勿安装，并报告技术保障人员。",
    fingerprint: "证书指纹（SHA-256）",
    scope: "该证书只用于赛场局域网内的地址，不能用于任何公开网站。赛事结束后可从设备中删除。",
    second: "第二步　按设备操作",
    devices: [
      {
        name: "iPad、iPhone",
        steps: [
          "用 Safari 浏览器打开本页，点“下载证书”，选择“允许”。",
          "打开“设置”，点顶部的“已下载描述文件”，点“安装”，输入锁屏密码。",
          "打开“设置 › 通用 › 关于本机 › 证书信任设置”，将“汴赛现场证书”打开。",
        ],
      },
      {
        name: "安卓平板、手机",
        steps: [
          "用 Chrome 浏览器打开本页，点“下载证书”。",
          "打开“设置”，搜索“CA 证书”，选择“安装 CA 证书”，确认后选取下载的 biansai.crt。",
          "设备没有锁屏密码时，系统会先要求设置。",
        ],
      },
      {
        name: "Windows 电脑",
        steps: [
          "用 Edge 或 Chrome 打开本页，下载并打开 biansai.crt，点“安装证书”。",
          "选择“本地计算机”，再选择“将所有的证书都放入下列存储”，点“浏览”，选取“受信任的根证书颁发机构”。",
          "完成后关闭浏览器，重新打开。",
        ],
      },
    ],
    third: "第三步　进入系统",
    enter: "进入汴赛",
    scan: "扫码或输入此地址：",
    install: "裁判可在浏览器菜单中选择“添加到主屏幕”，以后从图标进入。",
  },
};
