import { OPS, Util } from '../../../model/pdf-js.ts';
import { boxOf, boxesOf, isInside, transformPoint, type Box, type Point } from './filled-boxes.ts';

/** Names of pdf.js's drawing operators by their numbers. */
const operatorNames: ReadonlyMap<number, string> = new Map(
  Object.entries(OPS).map(([name, number]) => [number, name]),
);

interface PaintState {
  readonly matrix: readonly number[];
  /** What is drawn outside this is not seen. */
  readonly clip: Box;
  /** Fills hide what is under them: no transparency, blending, mask or pattern. */
  readonly alpha: boolean;
  readonly blend: boolean;
  readonly colour: boolean;
  /** The same of the groups that are being drawn. */
  readonly group: boolean;
}

type Glyph = number | { readonly width: number; readonly unicode: string; readonly isSpace: boolean };

const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity];
// Fewer may be the corner of a letter under a table's line.
const fewestGlyphs = 3;

/**
 * Follows the drawing of a page as pdf.js lists it, and notices a filled rectangle over letters that were drawn before:
 * a redaction that hides nothing from who copies the text. Letters drawn after it, as in a table's
 * heading, stand on top and are seen.
 */
export class Painter {
  /** True once letters were covered. */
  hasCovered = false;
  #state: PaintState = {
    matrix: [1, 0, 0, 1, 0, 0],
    clip: everywhere,
    alpha: true,
    blend: true,
    colour: true,
    group: true,
  };
  readonly #saved: PaintState[] = [];
  #isClipPending = false;
  /** Two points of each letter, low and at half its height: a line through or under it covers one at most. */
  readonly #letters: (readonly [Point, Point])[] = [];
  #textMatrix: readonly number[] = [1, 0, 0, 1, 0, 0];
  #line: Point = [0, 0];
  #advance = 0;
  #font = { size: 0, characterSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };

  readonly #operators: Readonly<Record<string, (operands: readonly unknown[]) => void>> = {
    save: () => this.#saved.push(this.#state),
    restore: () => (this.#state = this.#saved.pop() ?? this.#state),
    transform: (operands) => this.#transform(operands as number[]),
    clip: () => (this.#isClipPending = true),
    eoClip: () => (this.#isClipPending = true),
    constructPath: (operands) => this.#paintPath(operands as [number, [Float32Array | null], Box | null]),
    setGState: (operands) => this.#setGraphics(operands[0] as [string, unknown][]),
    setFillRGBColor: () => (this.#state = { ...this.#state, colour: true }),
    setFillColorN: () => (this.#state = { ...this.#state, colour: false }),
    setFillTransparent: () => (this.#state = { ...this.#state, colour: false }),
    paintFormXObjectBegin: (operands) => this.#enter(operands as [number[] | null, Box | null]),
    paintFormXObjectEnd: () => (this.#state = this.#saved.pop()!),
    beginGroup: (operands) => this.#enterGroup(operands[0] as { matrix: number[] | null; bbox: Box | null }),
    endGroup: () => (this.#state = this.#saved.pop()!),
    beginText: () => this.#placeText([1, 0, 0, 1, 0, 0]),
    setTextMatrix: (operands) => this.#placeText([...(operands[0] as Float32Array)]),
    moveText: (operands) => this.#moveLine(operands as [number, number]),
    setLeadingMoveText: (operands) => {
      this.#font.leading = operands[1] as number;
      this.#moveLine(operands as [number, number]);
    },
    nextLine: () => this.#moveLine([0, this.#font.leading]),
    setLeading: (operands) => (this.#font.leading = -(operands[0] as number)),
    setFont: (operands) => (this.#font.size = operands[1] as number),
    setCharSpacing: (operands) => (this.#font.characterSpacing = operands[0] as number),
    setWordSpacing: (operands) => (this.#font.wordSpacing = operands[0] as number),
    setHScale: (operands) => (this.#font.scale = (operands[0] as number) / 100),
    setTextRise: (operands) => (this.#font.rise = operands[0] as number),
    showText: (operands) => this.#showText(operands[0] as Glyph[]),
  };

  /** Draws the next operator of the list; one that neither draws nor moves anything is passed over. */
  draw(operator: number, operands: unknown): void {
    this.#operators[operatorNames.get(operator)!]?.(operands as readonly unknown[]);
  }

  #transform(matrix: readonly number[]): void {
    this.#state = { ...this.#state, matrix: Util.transform(this.#state.matrix, matrix) as number[] };
  }

  #enter([matrix, bounds]: readonly [readonly number[] | null, Box | null]): void {
    this.#saved.push(this.#state);
    if (matrix !== null) this.#transform(matrix);
    if (bounds !== null) this.#clipTo(boxOf(bounds, this.#state.matrix));
  }

  /** A group is drawn by itself and then laid on the page with the transparency set before it. */
  #enterGroup({
    matrix,
    bbox,
  }: {
    readonly matrix: readonly number[] | null;
    readonly bbox: Box | null;
  }): void {
    this.#enter([matrix, bbox]);
    const { group, alpha, blend } = this.#state;
    this.#state = { ...this.#state, group: group && alpha && blend, alpha: true, blend: true };
  }

  #clipTo(box: Box): void {
    const { clip } = this.#state;
    const [left, bottom, right, top] = box;
    const narrowed: Box = [
      Math.max(clip[0], left),
      Math.max(clip[1], bottom),
      Math.min(clip[2], right),
      Math.min(clip[3], top),
    ];
    this.#state = { ...this.#state, clip: narrowed };
  }

  #setGraphics(settings: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of settings) {
      if (key === 'ca') this.#state = { ...this.#state, alpha: value === 1 };
      if (key === 'BM') this.#state = { ...this.#state, blend: value === 'source-over' };
      if (key === 'SMask') this.#state = { ...this.#state, blend: this.#state.blend && value === false };
      if (key === 'Font') this.#font.size = (value as [string, number])[1];
    }
  }

  #paintPath([operator, [path], bounds]: readonly [
    number,
    readonly [Float32Array | null],
    Box | null,
  ]): void {
    if (path !== null && bounds !== null) {
      const { alpha, blend, colour, group, matrix } = this.#state;
      const isFill = /fill/i.test(operatorNames.get(operator)!);
      if (isFill && alpha && blend && colour && group) this.#cover(boxesOf(path, matrix));
      if (this.#isClipPending) this.#clipTo(boxOf(bounds, matrix));
    }
    this.#isClipPending = false;
  }

  /** Of rectangles within each other, as those of a frame, every other one is filled. */
  #cover(boxes: readonly Box[]): void {
    const isCovered = (point: Point) =>
      isInside(point, this.#state.clip) && boxes.filter((box) => isInside(point, box)).length % 2 === 1;
    this.hasCovered ||= this.#letters.filter((points) => points.every(isCovered)).length >= fewestGlyphs;
  }

  #placeText(matrix: readonly number[]): void {
    this.#textMatrix = matrix;
    this.#line = [0, 0];
    this.#advance = 0;
  }

  #moveLine([x, y]: Point): void {
    this.#line = [this.#line[0] + x, this.#line[1] + y];
    this.#advance = 0;
  }

  #showText(glyphs: readonly Glyph[]): void {
    const { size, characterSpacing, wordSpacing, scale, rise } = this.#font;
    const matrix = Util.transform(this.#state.matrix, this.#textMatrix) as number[];
    const [left, base] = [this.#line[0], this.#line[1] + rise];
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.#advance -= (glyph * size * scale) / 1000;
        continue;
      }
      const width = (glyph.width * size * scale) / 1000;
      const middle = left + this.#advance + width / 2;
      const at = (height: number) => transformPoint([middle, base + height * size], matrix);
      if (/\S/.test(glyph.unicode)) this.#letters.push([at(0.05), at(0.45)]);
      this.#advance += width + (characterSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
    }
  }
}
