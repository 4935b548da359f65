/**
 * A photo made small before it is sent: decoded, turned upright and encoded anew, so that nothing else that the camera wrote into
 * it (where and when it was taken) leaves the phone.
 */

/** Longest side in pixels, as the server keeps it. */
export const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
const TYPE = "image/jpeg";

export interface Prepared {
  readonly content: Blob;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Something that can be drawn, with its size in pixels. */
interface Decoded {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  close(): void;
}

/** Return the photo, small. Rejected where the browser cannot read the file as a picture. */
export async function prepare(file: Blob): Promise<Prepared> {
  const decoded = await decode(file);
  try {
    const { width, height } = within(decoded, LONGEST_SIDE);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const ground = canvas.getContext("2d");
    if (ground === null) throw new Error("this browser draws nothing");
    ground.fillStyle = "#fff";
    ground.fillRect(0, 0, width, height);
    ground.imageSmoothingQuality = "high";
    ground.drawImage(decoded.image, 0, 0, width, height);
    return { content: await encoded(canvas), width, height };
  } finally {
    decoded.close();
  }
}

/** The size that a picture takes whose longest side is at most so long. */
export function within(size: { readonly width: number; readonly height: number }, longest: number): { width: number; height: number } {
  const factor = Math.min(1, longest / Math.max(size.width, size.height));
  const shrunk = (length: number): number => Math.max(1, Math.round(length * factor));
  return { width: shrunk(size.width), height: shrunk(size.height) };
}

/** Decoded beside the page where the browser can, upright either way. */
async function decode(file: Blob): Promise<Decoded> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    return { image, width: image.width, height: image.height, close: () => image.close() };
  } catch {
    // Safari 15 knows no options, and some browsers read by an image element what they do not read here.
    return decodeByElement(file);
  }
}

async function decodeByElement(file: Blob): Promise<Decoded> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch (error) {
    URL.revokeObjectURL(address);
    throw error;
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  return { image, width, height, close: () => URL.revokeObjectURL(address) };
}

function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("the picture is too large")) : resolve(blob)), TYPE, QUALITY);
  });
}
