import type { Page, Props } from '../model/page.ts';
import { outputFileOf } from './addresses.ts';
import { tellLinksApart } from './tell-links-apart.ts';

/** A page at its address. */
export function pageOf(address: string, template: string, props: Props): Page {
  return {
    ...{ address, file: outputFileOf(address), template },
    get props() {
      return tellLinksApart(props);
    },
  };
}

/**
 * A page that is known by a digest of all that it is made from, and made each time that its props are asked for: of ten thousand
 * papers' register most pages never are.
 */
export function pageMadeFrom(
  address: string,
  template: string,
  madeFrom: () => string,
  make: () => Props,
): Page {
  return {
    ...{ address, file: outputFileOf(address), template, madeFrom },
    get props() {
      return tellLinksApart(make());
    },
  };
}
