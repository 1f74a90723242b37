import type { Grounds, PublicBodyHead } from '../model/publication.ts';

/** What is not for publication and why, in the words of the public agenda. */
export type GroundsProps = { readonly what?: string; readonly paragraphs?: string; readonly reason?: string };

/** What the public may know of something restricted, and no more. */
export type NoticeProps = GroundsProps & { readonly notice: string };

/** The notice over something restricted, with its grounds. */
export function noticeProps(body: PublicBodyHead, grounds: Grounds | undefined): NoticeProps {
  return { notice: body.restrictedNotice, ...groundsProps(grounds) };
}

/** The grounds field by field: only what the type names can reach a page. */
export function groundsProps(grounds: Grounds | undefined): GroundsProps {
  return {
    ...(grounds?.what === undefined ? {} : { what: grounds.what }),
    ...(grounds?.paragraphs === undefined ? {} : { paragraphs: grounds.paragraphs }),
    ...(grounds?.reason === undefined ? {} : { reason: grounds.reason }),
  };
}
