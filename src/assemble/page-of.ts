import type { Page, Props } from '../model/page.ts';
import { outputFileOf } from './addresses.ts';
import { tellLinksApart } from './tell-links-apart.ts';

/** A page at its address. */
export function pageOf(address: string, template: string, props: Props): Page {
  return { address, file: outputFileOf(address), template, props: tellLinksApart(props) };
}
