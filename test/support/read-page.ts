import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What the checks of a page look at. */
export interface ReadPage {
  readonly language: string | undefined;
  readonly ids: readonly string[];
  readonly headings: readonly string[];
  /** Values of `href` and `src`, canonical address apart. */
  readonly links: readonly string[];
  readonly text: string;
  /** Names of attributes and elements that a strict content security policy would stop. */
  readonly forbidden: readonly string[];
}

/** Reads a page of the output as a browser would. */
export function readPage(html: string): ReadPage {
  const elements = [...elementsIn(parse(html))];
  const values = (name: string): string[] => elements.flatMap((element) => attribute(element, name) ?? []);
  return {
    language: elements
      .filter((element) => element.tagName === 'html')
      .map((element) => attribute(element, 'lang'))[0],
    ids: values('id'),
    headings: elements.filter((element) => element.tagName === 'h1').map(textOf),
    links: elements
      .filter((element) => attribute(element, 'rel') !== 'canonical')
      .flatMap(
        (element) =>
          attribute(element, 'href') ?? attribute(element, 'src') ?? attribute(element, 'action') ?? [],
      ),
    text: elements
      .filter((element) => element.tagName === 'body')
      .map(textOf)
      .join(' '),
    forbidden: elements.flatMap((element) => [
      ...element.attrs
        .filter(({ name }) => name === 'style' || name.startsWith('on'))
        .map(({ name }) => name),
      ...(element.tagName === 'style' || isInlineScript(element) ? [element.tagName] : []),
    ]),
  };
}

/** Data for search engines stands in a script element too, and is no script. */
function isInlineScript(element: Element): boolean {
  const isData = attribute(element, 'type') === 'application/ld+json';
  return element.tagName === 'script' && !isData && attribute(element, 'src') === undefined;
}

function* elementsIn(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
