// The venue's own network, in English.
import type { venue as zh } from "../zh/venue.ts";

export const venue: typeof zh = {
  start: {
    devices:
      "Tablets, phones and computers on this network open any of these first and trust the certificate as the page tells: {url}",
    enter: "After that they enter here: {url}",
    fingerprint: "Fingerprint of the certificate (SHA-256), to compare on devices: {fingerprint}",
    left: "The venue's certificate does not cover: {names}. Use the addresses above.",
    renewed: "The network address has changed and the certificate was renewed: {url}",
    redirect: "The plain address {url} only leads to HTTPS.",
    stopping: "Stopping: no new connections; marks already received are answered first.",
    stopped: "Stopped. Every mark that was answered is saved.",
    alone: "No network address was found. Connect to the venue's network; the address is taken up by itself.",
  },
  guide: {
    title: "Trust this server's certificate",
    brand: "Biansai · Kaifeng skills competitions",
    lead: "This system runs inside the venue's network. Each device trusts it once; everything after that is encrypted.",
    language: "中文",
    first: "Step 1: download the certificate",
    download: "Download the certificate",
    compare:
      "Compare every digit with the fingerprint on the screen of the host. If they differ, do not install it and tell technical support.",
    fingerprint: "Fingerprint of the certificate (SHA-256)",
    scope:
      "The certificate is good for addresses of the venue's network only and for no public website. It may be removed after the competition.",
    second: "Step 2: on your device",
    devices: [
      {
        name: "iPad, iPhone",
        steps: [
          "Open this page in Safari, tap “Download the certificate” and choose “Allow”.",
          "Open Settings, tap “Profile Downloaded” at the top, tap “Install” and enter the passcode.",
          "Open Settings › General › About › Certificate Trust Settings and switch on “汴赛现场证书”.",
        ],
      },
      {
        name: "Android",
        steps: [
          "Open this page in Chrome and tap “Download the certificate”.",
          "Open Settings, search for “CA certificate”, choose “Install CA certificate”, confirm, and pick biansai.crt.",
          "A device without a screen lock asks for one first.",
        ],
      },
      {
        name: "Windows",
        steps: [
          "Open this page in Edge or Chrome, download and open biansai.crt, and choose “Install Certificate”.",
          "Choose “Local Machine”, then “Place all certificates in the following store”, browse, and pick “Trusted Root Certification Authorities”.",
          "Close the browser and open it again.",
        ],
      },
    ],
    third: "Step 3: enter",
    enter: "Enter Biansai",
    scan: "Scan this code or type the address:",
    install:
      "Judges may choose “Add to Home Screen” in the browser's menu and enter by the icon from then on.",
  },
};
