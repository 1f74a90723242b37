/**
 * How the business that opens and closes a meeting is titled, in small letters without punctuation. It returns at
 * every meeting and has no history that anybody would read.
 */
const procedural: readonly RegExp[] = [
  /^(?:introductions?|welcome|presence|chairs?|chairmans|chairs|opening)\b.{0,40}$/,
  /^(?:apologies|substitutes|substitutions|membership)\b/,
  /^(?:disclosures?|declarations?)\b.*\binterests?\b/,
  /^(?:to (?:approve|agree|confirm) )?(?:the )?(?:draft )?(?:minutes|notes|record)\b/,
  /\b(?:minutes|notes) of (?:the |a |an )?(?:last |previous |annual |special )*meeting/,
  /^matters arising\b/,
  /^(?:(?:the |to )?(?:dates?|time)\b.*\bmeetings?|(?:next|future) meetings?)\b/,
  /^(?:any )?(?:other |urgent )+(?:items? of )?(?:urgent )?business\b/,
  /^items? (?:which|that) the chair/,
  /^(?:motion to )?exclu(?:de|sion)\b.*\b(?:press|public)\b/,
  /^(?:public|members?|councillors?) (?:questions?|participation|speaking|question time)\b/,
  /^questions? (?:from|by) (?:the )?(?:public|members|councillors)\b/,
  /^(?:election|appointment) of (?:the |a )?(?:vice )?chair/,
  /^(?:verbal |oral |general |brief )*(?:updates?|presentations?|reports?|items?|discussion|adjournment|break|close)$/,
  /^(?:restricted|exempt|confidential) items?\b/,
];

/** Whether a title, in small letters without punctuation, is that of the business of every meeting. */
export function isProcedural(title: string): boolean {
  return procedural.some((pattern) => pattern.test(title));
}
