// @ts-check

/*
 * Leads an address that somebody kept while this page still listed everything to the page of the year that it asks for,
 * by the entry that it names or by the filter. The other filters are on that page too.
 */

const fields = new URLSearchParams(location.search);
const year = /_(\d{4})-/.exec(location.hash)?.[1] ?? fields.get('year');
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.register-guide a'));
const older = [...links].find(({ pathname }) => pathname.endsWith(`/${year}/`));
if (older !== undefined) {
  fields.delete('year');
  const address = new URL(older.href);
  address.search = fields.toString();
  address.hash = location.hash;
  location.replace(address);
}
