import { createHash } from 'node:crypto';
import type { Made } from '../model/made.ts';
import type { Assembly } from './assembly.ts';
import type { MeetingKey } from './addresses.ts';

/** What the pages of a meeting asked of the site around it, and by what the answers are known; a plain value. */
export interface GivenAnswers {
  /** Each question with what it was about, meetings as their keys, as JSON: short to keep, and quick to read. */
  readonly asked: string;
  /** Digest of all answers, in that order. */
  readonly answers: string;
}

type Asked = readonly [question: Question, ...about: (string | MeetingKey)[]];

/** All but settings: pages made under other ones are never taken over. */
type Question = Exclude<keyof Assembly, 'site' | 'href'>;

/** An object, so that a question that the assembly learns and nobody writes down does not compile. */
const questions: { readonly [question in Question]: true } = {
  findBody: true,
  findMeeting: true,
  findReport: true,
  findAttachment: true,
  sizeOfImage: true,
  isToCome: true,
  notAfterBuild: true,
  isLongPast: true,
  neighboursOf: true,
  meetingsReplacedBy: true,
  findMeetingThatAgrees: true,
  historyOfItem: true,
  historyOfMinute: true,
  historyOfReport: true,
};

/** By what answers are known: a long one is written down once, however often it is given. */
export class AnswerDigests {
  readonly #digests = new WeakMap<object, string>();

  /** Says by what an answer is known: it must change whenever the answer does. A whole meeting is long to write down. */
  know(answer: object, digest: string): void {
    this.#digests.set(answer, digest);
  }

  /** A line of text: the answer itself where that is short, and else a digest of it. */
  of(answer: unknown): string {
    if (typeof answer !== 'object' || answer === null) return JSON.stringify(answer) ?? 'nothing';
    const known = this.#digests.get(answer);
    if (known !== undefined) return known;
    if (isMade(answer)) return answer.digest;
    // Whole meetings, of which each is known.
    if (Array.isArray(answer)) return `[${answer.map((each) => this.of(each)).join()}]`;
    const text = JSON.stringify(answer, 'bytes' in answer ? withoutBytes : undefined);
    // Of tens of thousands of short ones, most are made for whoever asks, and never given again.
    if (text.length < longAnswer) return text;
    const digest = digestOf(text);
    this.#digests.set(answer, digest);
    return digest;
  }
}

/** In letters. */
const longAnswer = 400;

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function isMade(answer: object): answer is Made<unknown> {
  return 'digest' in answer && 'read' in answer && typeof answer.read === 'function';
}

/** Bytes by their digest; JSON would write each as a number. */
function withoutBytes(this: unknown, name: string, value: unknown): unknown {
  const typed = (this as { readonly [name: string]: unknown })[name];
  return typed instanceof Uint8Array ? createHash('sha256').update(typed).digest('base64url') : value;
}

/** An assembly that writes down what it is asked and what it answers, each question once. */
export function writeDownAnswers(
  assembly: Assembly,
  digests: AnswerDigests,
): { readonly assembly: Assembly; readonly answers: () => GivenAnswers } {
  const given = new Map<string, string>();
  const listening = (Object.keys(questions) as Question[]).map((question) => {
    const ask = assembly[question] as (...about: unknown[]) => unknown;
    return [
      question,
      (...asked: unknown[]): unknown => {
        const answer = ask(...asked);
        const about = asked.map((each) => toKey(each as string | MeetingKey));
        const name = JSON.stringify([question, ...about] satisfies Asked);
        if (!given.has(name)) given.set(name, digests.of(answer));
        return answer;
      },
    ] as const;
  });
  return {
    assembly: { ...assembly, ...(Object.fromEntries(listening) as Partial<Assembly>) },
    answers: () => ({ asked: `[${[...given.keys()].join()}]`, answers: digestOfAll([...given.values()]) }),
  };
}

/** Whether the site of today gives the same answers. */
export function areStillGiven(
  { asked, answers }: GivenAnswers,
  assembly: Assembly,
  digests: AnswerDigests,
): boolean {
  const now = (JSON.parse(asked) as readonly Asked[]).map(([question, ...about]) => {
    const ask = assembly[question] as (...asked: unknown[]) => unknown;
    return digests.of(ask(...about));
  });
  return digestOfAll(now) === answers;
}

/** No answer has two lines. */
function digestOfAll(answers: readonly string[]): string {
  return digestOf(answers.join('\n'));
}

function toKey(asked: string | MeetingKey): string | MeetingKey {
  return typeof asked === 'string' ? asked : { body: asked.body, slug: asked.slug };
}
