const headCell = /<th\b[^>]*>.*?<\/th>/gs;
const wayBack = /<a\b[^>]*\bclass="footnote-backref"[^>]*>.*?<\/a>/gs;

/**
 * HTML of a paper as its record has it. Pagefind joins the words of two head cells of a table into one, which nobody would find,
 * and the arrow that leads back from a footnote would stand among the words of a result.
 */
export function recordHtml(html: string): string {
  return html.replace(wayBack, '').replace(headCell, endOfCell);
}

/** A cell that ends as Pagefind ends those of the body: with a stop, where it has words and no stop. */
function endOfCell(cell: string): string {
  const words = cell.replace(/<[^>]*>/g, '').trim();
  const stop = words === '' || /[.!?:;,]$/.test(words) ? ' ' : '. ';
  return cell.replace(/<\/th>$/, `${stop}</th>`);
}
