// @ts-check

// A result of the search says in its address which words were found. Only a page that is opened from one loads more.
if (new URLSearchParams(location.search).has('mark')) {
  const { markWords } = await import('./word-marks.js');
  const main = document.querySelector('main');
  if (main !== null) markWords(main, new URLSearchParams(location.search).get('mark') ?? '');
}
