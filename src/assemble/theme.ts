import type { OutputFile } from '../model/page.ts';
import { defaultColours, type Site } from '../model/site.ts';
import { iconAddress, logoAddress, outputFileOf, stylesheetAddress } from './addresses.ts';

/** The files of the templates with the organisation's own look: its colours, logo and icon. */
export function themedAssets(site: Site, assets: readonly OutputFile[]): OutputFile[] {
  const stylesheet = outputFileOf(stylesheetAddress);
  const { colours, logo } = site;
  return [
    ...assets.map((asset) =>
      asset.file === stylesheet && colours !== undefined
        ? { ...asset, bytes: Buffer.concat([asset.bytes, Buffer.from(themeCss(site))]) }
        : asset,
    ),
    { file: outputFileOf(iconAddress), bytes: Buffer.from(iconOf(site)) },
    ...(logo === undefined ? [] : [{ file: outputFileOf(logoAddress), bytes: logo.bytes }]),
  ];
}

/** The colours as custom properties after the style sheet's own, so that no page loads a second file for them. */
function themeCss({ colours }: Site): string {
  if (colours === undefined) return '';
  const { brand, brandText, link } = colours;
  return `:root{--govuk-brand-colour:${brand};--brand-text:${brandText};--govuk-link-colour:${link}}\n`;
}

/** The site's initial on its colour: a browser that is told of an icon asks for no /favicon.ico. */
function iconOf({ name, colours = defaultColours }: Site): string {
  const initial = /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${colours.brand}"/><text x="16" y="23" font-family="system-ui,sans-serif" font-size="20" font-weight="700" text-anchor="middle" fill="${colours.brandText}">${initial}</text></svg>\n`;
}
