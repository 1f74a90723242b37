/**
 * What is no problem of a paper is a fault of the program or of a template: its reasons in words, each on its
 * line, without the stack that officers can do nothing with.
 */
export function explainFault(error: unknown): string {
  const reasons: string[] = [];
  for (let reason = error; reason instanceof Error; reason = reason.cause) {
    // A reason is often repeated in the words of what it caused.
    if (!reasons.some((longer) => longer.includes(reason.message))) reasons.push(reason.message);
  }
  return `${reasons.length > 0 ? reasons.join('\n  ') : String(error)}\n`;
}
