// The only importer of pdfjs; loaded when the first document is shown. The legacy build serves older WebKits.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerUrl;

/** Size of a page in points. */
export interface Size {
  width: number;
  height: number;
}

/** An opened document. */
export interface PdfPages {
  readonly sizes: readonly Size[];
  /** Draws a page at `width` CSS pixels; `done` tells whether it was drawn to the end. */
  draw(index: number, canvas: HTMLCanvasElement, width: number): { done: Promise<boolean>; cancel(): void };
  /** Frees the document. */
  close(): void;
}

/** Opens a document from base64. Throws when it is not a readable PDF. */
export async function openPdf(base64: string): Promise<PdfPages> {
  const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const task = getDocument({ data, enableXfa: false, useWasm: false, useSystemFonts: false });
  const document = await task.promise;
  return {
    sizes: await sizesOf(document),
    draw: (index, canvas, width) => draw(document, index, canvas, width),
    close: () => void task.destroy(),
  };
}

async function sizesOf(document: PDFDocumentProxy): Promise<Size[]> {
  const numbers = Array.from({ length: document.numPages }, (_, i) => i + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    }),
  );
}

function draw(document: PDFDocumentProxy, index: number, canvas: HTMLCanvasElement, width: number) {
  let cancelled = false;
  let stop = () => {};

  async function run(): Promise<boolean> {
    const page = await document.getPage(index + 1);
    if (cancelled) return false;
    const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(2, devicePixelRatio || 1);
    const viewport = page.getViewport({ scale });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    // «print» draws without waiting for animation frames, which come slowly without a graphics card.
    const task = page.render({ canvas, viewport, intent: "print" });
    stop = () => task.cancel();
    await task.promise;
    return !cancelled;
  }

  return {
    done: run().catch(() => false),
    cancel: () => {
      cancelled = true;
      stop();
    },
  };
}
