// A photo drawn anew before it is sent: small enough for a hall's network, upright, and without what the camera wrote into it.
const longEdge = 1600;
const quality = 0.82;

/** The picture as a JPEG; what this browser cannot draw comes back as it is, and the server decides. */
export async function shrinkPhoto(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => null);
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!picture || !pen) return file;
  const scale = Math.min(1, longEdge / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  // What is transparent in a PNG would turn black.
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), "image/jpeg", quality));
}
