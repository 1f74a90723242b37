import { Util } from '../../../model/pdf-js.ts';

/** On a page: across, up. */
export type Point = readonly [number, number];

/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

// Operators of a path as pdf.js packs it, and how many numbers follow each.
const moveTo = 0;
const operandCounts = [2, 2, 6, 4, 0];

/** A point after a transformation. */
export function transformPoint(point: Point, matrix: readonly number[]): Point {
  const place: [number, number] = [...point];
  Util.applyTransform(place, matrix);
  return place;
}

/** The smallest upright box round a box that was transformed. */
export function boxOf([left, bottom, right, top]: Box, matrix: readonly number[]): Box {
  const corners: readonly Point[] = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ];
  return around(corners.map((corner) => transformPoint(corner, matrix)));
}

/** The upright rectangles of a path, after a transformation; of other shapes nothing. */
export function boxesOf(path: Float32Array, matrix: readonly number[]): readonly Box[] {
  return subpathsOf(path).flatMap((points) => {
    const places = points.map((point) => transformPoint(point, matrix));
    const box = around(places);
    const isCorner = ([x, y]: Point) =>
      (isNear(x, box[0]) || isNear(x, box[2])) && (isNear(y, box[1]) || isNear(y, box[3]));
    return places.length >= 4 && places.every(isCorner) ? [box] : [];
  });
}

/** True when a point lies in a box. */
export function isInside([x, y]: Point, [left, bottom, right, top]: Box): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** The points of each part of a path: a curve adds its control points, which are no corners of a rectangle. */
function subpathsOf(path: Float32Array): readonly (readonly Point[])[] {
  const subpaths: Point[][] = [];
  for (let index = 0; index < path.length;) {
    const operator = path[index]!;
    const count = operandCounts[operator]!;
    if (operator === moveTo) subpaths.push([]);
    for (let at = index + 1; at < index + count; at += 2) subpaths.at(-1)?.push([path[at]!, path[at + 1]!]);
    index += count + 1;
  }
  return subpaths;
}

function around(points: readonly Point[]): Box {
  const across = points.map(([x]) => x);
  const up = points.map(([, y]) => y);
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
}

/** Coordinates are stored in 32 bits, so that two that were equal differ by a trifle once transformed. */
function isNear(first: number, second: number): boolean {
  return Math.abs(first - second) < 0.01;
}
