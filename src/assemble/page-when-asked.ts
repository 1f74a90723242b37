import type { Page, Props } from '../model/page.ts';
import { outputFileOf } from './addresses.ts';

/**
 * A page whose props are made each time that they are asked for, and not kept: those of ten thousand papers at once would not
 * fit in memory, and those of a page that an earlier build has made are never asked for.
 */
export function pageWhenAsked(address: string, template: string, make: () => Page): Page {
  return {
    address,
    file: outputFileOf(address),
    template,
    get props(): Props {
      const page = make();
      // Otherwise it would be rendered by the template of another kind of page.
      if (page.template !== template || page.address !== address)
        throw new Error(`The page ${address} came out as ${page.template} at ${page.address}.`);
      return page.props;
    },
  };
}
