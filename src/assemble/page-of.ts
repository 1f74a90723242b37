import type { Page, Props } from '../model/page.ts';
import { outputFileOf } from './addresses.ts';
import { tellLinksApart } from './tell-links-apart.ts';

/** A page at its address. Links are told apart when the props are asked for: of ten thousand papers' register most pages never are. */
export function pageOf(address: string, template: string, props: Props, madeFrom?: () => string): Page {
  return {
    ...{ address, file: outputFileOf(address), template },
    ...(madeFrom === undefined ? {} : { madeFrom }),
    get props() {
      return tellLinksApart(props);
    },
  };
}
