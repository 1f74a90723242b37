/** Notes a problem at a line of a paper's Markdown, counted from 0. What and instead hold no word of the paper. */
export type Complain = (line: number, code: string, what: string, instead: string) => void;
