type Values = { readonly [field: string]: unknown };

/** Each contradiction of some exports as a sentence; none is wanted. */
export function contradictions(texts: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const check = (isTrue: boolean, sentence: string): void => {
    if (!isTrue) found.push(sentence);
  };
  const read = (name: string): Values[] =>
    (JSON.parse(texts.get(`data/${name}.json`)!) as { [set: string]: Values[] })[name]!;
  const [bodies, meetings, items, papers, resolutions] = [
    read('bodies'),
    read('meetings'),
    read('items'),
    read('papers'),
    read('resolutions'),
  ];
  const byId = new Map(
    [...bodies, ...meetings, ...items, ...papers, ...resolutions].map((each) => [each['id'], each]),
  );
  const listOf = (value: unknown): readonly unknown[] =>
    Array.isArray(value) ? value : value === undefined ? [] : [value];
  for (const record of [...meetings, ...items, ...papers, ...resolutions]) {
    for (const field of ['body', 'meeting', 'itemId', 'resolutions'])
      for (const id of listOf(record[field]))
        check(byId.has(id), `${String(record['id'])}: no ${field} ${String(id)}`);
  }
  for (const item of [...items, ...resolutions])
    for (const id of listOf(item['papers']))
      check(byId.has(id), `${String(item['id'])}: no paper ${String(id)}`);

  for (const resolution of resolutions) {
    const { id, itemId, access } = resolution;
    const item = byId.get(itemId)!;
    check(listOf(item['resolutions']).includes(id), `${String(id)}: its item does not have it`);
    check(item['number'] === resolution['item'], `${String(id)}: another number than its item`);
    check(
      item['withheld'] === false || access === 'public-summary',
      `${String(id)}: open, and its item withheld`,
    );
  }
  const ofItems = items.flatMap((item) => listOf(item['resolutions']));
  check(
    ofItems.length === resolutions.length,
    `${ofItems.length} resolutions of items, ${resolutions.length} in all`,
  );

  for (const item of items.filter(({ withheld }) => withheld === true)) {
    for (const field of ['papers', 'lead', 'minute', 'minuteNumber', 'topic', 'urgent', 'part'])
      check(!(field in item), `${String(item['id'])}: withheld, and has ${field}`);
    const named = papers.filter(
      (paper) => paper['meeting'] === item['meeting'] && paper['item'] === item['number'],
    );
    check(named.length === 0, `${String(item['id'])}: withheld, and has a public paper`);
    check(
      item['summary'] !== undefined || item['resolutions'] === undefined,
      `${String(item['id'])}: resolved in no summary`,
    );
  }
  for (const meeting of meetings) {
    const own = papers.filter((paper) => paper['meeting'] === meeting['id']);
    const reports = own.filter(({ kind }) => kind === 'report' || kind === 'appendix');
    check(reports.length === meeting['reports'], `${String(meeting['id'])}: another number of reports`);
    check(
      own.some(({ kind }) => kind === 'minutes') === 'minutes' in meeting,
      `${String(meeting['id'])}: minutes or none`,
    );
  }
  for (const body of bodies)
    check(
      meetings.filter((meeting) => meeting['body'] === body['id']).length === body['meetings'],
      `${String(body['id'])}: another number of meetings`,
    );

  const csv = texts.get('data/resolutions.csv')!;
  for (const { id } of resolutions) check(csv.includes(`${String(id)},`), `${String(id)}: not in the table`);
  const agendaItems = (JSON.parse(texts.get('data/oparl/agenda-items.json')!) as { data: Values[] }).data;
  const numberOf = (of: readonly Values[], isWithheld: (each: Values) => boolean): number =>
    of.filter(isWithheld).length;
  check(agendaItems.length === items.length, 'another number of items in OParl');
  check(
    numberOf(agendaItems, (each) => each['public'] === false) ===
      numberOf(items, (each) => each['withheld'] === true),
    'another number of withheld items in OParl',
  );
  for (const { result } of agendaItems)
    check(!/\bother\b/.test(String(result)), 'a result that says nothing in OParl');
  return found;
}
