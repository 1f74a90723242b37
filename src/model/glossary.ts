/** Abbreviations and what they stand for: `data/glossary.yaml`. */
export type Glossary = ReadonlyMap<string, string>;
