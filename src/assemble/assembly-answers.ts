import { createHash } from 'node:crypto';
import type { Assembly } from './assembly.ts';
import type { MeetingKey } from './addresses.ts';

/** A question that a page asked of the site around it, and the digest of the answer. */
export interface GivenAnswer {
  readonly question: Question;
  /** Meetings as their keys. */
  readonly about: readonly (string | MeetingKey)[];
  readonly answer: string;
}

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

/** Digests of answers, each made once however often it is given. */
export class AnswerDigests {
  readonly #digests = new WeakMap<object, string>();

  /** Says by what an answer is known: it must change whenever the answer does. A whole meeting is long to write down. */
  know(answer: object, digest: string): void {
    this.#digests.set(answer, digest);
  }

  of(answer: unknown): string {
    if (typeof answer !== 'object' || answer === null) return JSON.stringify(answer) ?? 'nothing';
    const known = this.#digests.get(answer);
    if (known !== undefined) return known;
    const digest = createHash('sha256').update(JSON.stringify(answer, withoutBytes)).digest('base64url');
    this.#digests.set(answer, digest);
    return digest;
  }
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
): { readonly assembly: Assembly; readonly answers: () => readonly GivenAnswer[] } {
  const given = new Map<string, GivenAnswer>();
  const listening = (Object.keys(questions) as Question[]).map((question) => {
    const ask = assembly[question] as (...about: unknown[]) => unknown;
    return [
      question,
      (...asked: unknown[]): unknown => {
        const answer = ask(...asked);
        const about = asked.map((each) => toKey(each as string | MeetingKey));
        const name = `${question} ${JSON.stringify(about)}`;
        if (!given.has(name)) given.set(name, { question, about, answer: digests.of(answer) });
        return answer;
      },
    ] as const;
  });
  return {
    assembly: { ...assembly, ...(Object.fromEntries(listening) as Partial<Assembly>) },
    answers: () => [...given.values()],
  };
}

/** Whether the site of today gives the same answers. */
export function areStillGiven(
  answers: readonly GivenAnswer[],
  assembly: Assembly,
  digests: AnswerDigests,
): boolean {
  return answers.every(({ question, about, answer }) => {
    const ask = assembly[question] as (...asked: unknown[]) => unknown;
    return digests.of(ask(...about)) === answer;
  });
}

function toKey(asked: string | MeetingKey): string | MeetingKey {
  return typeof asked === 'string' ? asked : { body: asked.body, slug: asked.slug };
}
