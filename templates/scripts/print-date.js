// @ts-check

// On paper only what is printed tells of when it was: the papers of a meeting may have changed since.
addEventListener('beforeprint', () => {
  const place = document.querySelector('#page_printed');
  if (place === null) return;
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  place.textContent = `, printed on ${day.format(new Date())}`;
});
