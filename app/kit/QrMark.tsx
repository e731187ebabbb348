// A QR code as the server drew it: its dark modules as one path.
export type QrDrawing = { readonly path: string; readonly size: number };

export function QrMark({ qr, label }: { qr: QrDrawing; label: string }) {
  return (
    <svg viewBox={`0 0 ${qr.size} ${qr.size}`} className="qr" role="img" aria-label={label}>
      <path d={qr.path} />
    </svg>
  );
}
