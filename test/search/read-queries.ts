import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A query and where it must lead. */
export interface Query {
  readonly query: string;
  readonly kind: string;
  readonly isSeen: boolean;
  /** Any of them is right. */
  readonly answers: readonly string[];
}

interface QueryFile {
  readonly body: string;
  readonly queries: readonly { query: string; kind: string; seen?: boolean; answers: readonly string[] }[];
}

/** The queries of `queries.yaml`, with whole addresses. */
export function readQueries(): readonly Query[] {
  const { body, queries } = parse(
    readFileSync(new URL('queries.yaml', import.meta.url), 'utf8'),
  ) as QueryFile;
  return queries.map(({ query, kind, seen = true, answers }) => ({
    query,
    kind,
    isSeen: seen,
    answers: answers.map((answer) => `/${body}/${answer}`),
  }));
}
