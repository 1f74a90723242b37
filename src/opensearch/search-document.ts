/** A paper, a resolution or an attachment as a document of OpenSearch. Fields without a value are left out. */
export interface SearchDocument {
  /** `parish-council/2021-11-18/b3-allotments`; of a resolution, its place in the minutes: `…/minutes#b3-resolution-1`. */
  readonly id: string;
  readonly kind: 'agenda' | 'report' | 'appendix' | 'minutes' | 'supplement' | 'resolution' | 'attachment';
  readonly title: string;
  /** Where it can be read. */
  readonly url: string;
  readonly body: string;
  readonly body_title: string;
  readonly meeting: string;
  /** Of the meeting, `yyyy-mm-dd`. */
  readonly date: string;
  /** The day that it was made public, where that is recorded. */
  readonly published?: string;
  readonly language: string;
  readonly item?: string;
  readonly item_title?: string;
  readonly authors?: readonly string[];
  readonly classification?: string;
  readonly outcomes?: readonly string[];
  readonly topic?: string;
  readonly summary?: string;
  /** All its words. */
  readonly text: string;
}

const words = { type: 'text', analyzer: 'papers', search_analyzer: 'questions' } as const;
const choice = { type: 'keyword' } as const;
/** Searched by its words, and to be chosen from as a whole. */
const wordsToChooseFrom = { ...words, fields: { whole: { type: 'keyword', ignore_above: 512 } } } as const;

/** How OpenSearch keeps each field. */
const properties: { readonly [field in keyof Required<SearchDocument>]: object } = {
  id: choice,
  kind: choice,
  title: wordsToChooseFrom,
  url: { type: 'keyword', index: false, doc_values: false },
  body: choice,
  body_title: wordsToChooseFrom,
  meeting: choice,
  date: { type: 'date', format: 'strict_date' },
  published: { type: 'date', format: 'strict_date' },
  language: choice,
  item: choice,
  item_title: words,
  authors: wordsToChooseFrom,
  classification: choice,
  outcomes: choice,
  topic: wordsToChooseFrom,
  summary: words,
  text: words,
};

/**
 * What the index is made with: English words by their stems, and each abbreviation found by what it stands for. The
 * abbreviations are those that public papers use: one that only a restricted paper has must not be among them.
 */
export function indexSettings(abbreviations: readonly (readonly [string, string])[]): object {
  return {
    settings: {
      analysis: {
        filter: {
          possessives: { type: 'stemmer', language: 'possessive_english' },
          stems: { type: 'stemmer', language: 'english' },
          glossary: { type: 'synonym_graph', synonyms: abbreviations.map(synonymOf) },
        },
        analyzer: {
          papers: { type: 'custom', tokenizer: 'standard', filter: ['lowercase', 'possessives', 'stems'] },
          // When a question is read, and not when papers are: so the glossary can change without indexing again.
          questions: {
            type: 'custom',
            tokenizer: 'standard',
            filter: ['lowercase', 'glossary', 'possessives', 'stems'],
          },
        },
      },
    },
    // A field that is not named here is refused, and not guessed at.
    mappings: { dynamic: 'strict', properties },
  };
}

/** Two forms of one thing in Solr's format, in which commas and arrows part words. */
function synonymOf(forms: readonly [string, string]): string {
  return forms.map((form) => form.replace(/[\\,]/g, '\\$&').replace(/=>/g, '=\\>')).join(', ');
}
