// The cards with a QR in English.
import type { codeCards as zh } from "../zh/code-cards.ts";

export const codeCards: typeof zh = {
  open: "Print work cards",
  title: "Work cards · {skill}",
  lead: "One per work, laid beside it. A judge's tablet opens the work's sheet with its own camera app; who is not signed in signs in first.",
  how: "On the card: {code} alone. No name, unit or station. Open this page at the address the judges' tablets use: the QR is made for the present one.",
  none: "No cards yet",
  noneLead: "After the draw the cards are listed here.",
  qr: "QR of work {code}: {address}",
  back: "Back to the overview",
};
