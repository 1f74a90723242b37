import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page as a reader's program sees it. */
export class ParsedPage {
  readonly elements: readonly Element[];

  constructor(html: string) {
    this.elements = elementsUnder(parse(html));
  }

  /** Every element of these names. */
  named(...names: readonly string[]): Element[] {
    return this.elements.filter((element) => names.includes(element.tagName));
  }

  /** Every value of an attribute. */
  values(attribute: string): string[] {
    return this.elements.flatMap((element) =>
      element.attrs.filter(({ name }) => name === attribute).map(({ value }) => value),
    );
  }

  /** The words under an element with this id. */
  textAt(id: string): string {
    const element = this.elements.find((each) =>
      each.attrs.some(({ name, value }) => name === 'id' && value === id),
    );
    if (element === undefined) throw new Error(`No element with id ${id}`);
    return textOfNode(element);
  }
}

/** The words in a node, white space made one. */
export function textOfNode(node: Node): string {
  const raw = (each: Node): string =>
    each.nodeName === '#text'
      ? (each as DefaultTreeAdapterTypes.TextNode).value
      : 'childNodes' in each
        ? each.childNodes.map(raw).join('')
        : '';
  return raw(node).replace(/\s+/g, ' ').trim();
}

function elementsUnder(node: Node): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => ['tagName' in child ? [child] : [], elementsUnder(child)].flat());
}

/** An attribute of an element. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
