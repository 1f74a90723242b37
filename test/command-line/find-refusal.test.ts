import { describe, expect, it } from 'vitest';
import { findRefusal } from '../../src/command-line/find-refusal.ts';

describe('findRefusal', () => {
  it.each([
    [[]],
    [['--quiet']],
    [['--quiet=true']],
    [['--config=.eleventy.js']],
    [['--config', '.eleventy.js', '--quiet']],
  ])('lets plain eleventy build with %j', (args) => {
    expect(findRefusal(args, 'build')).toBeUndefined();
  });

  it.each([
    [['--serve'], 'npm start'],
    [['--watch'], 'npm start'],
    [['--serve=true'], 'npm start'],
    [['--serve', '--port=8081'], 'npm start'],
    [['--port', '8081'], 'npm start -- --port NUMBER'],
    [['--dryrun'], 'npm run check'],
    [['--dryrun=false'], 'npm run check'],
    [['--input=content'], 'npm run build -- --content FOLDER'],
    [['--input', 'content'], 'npm run build -- --content FOLDER'],
    [['--output=_site'], 'npm run build -- --output FOLDER'],
    [['--quiet', '--output', '_site'], 'npm run build -- --output FOLDER'],
    [['--pathprefix=/meetings/'], 'data/site.yaml'],
    [['--incremental'], 'npm run build'],
    [['--incremental=content/a.md'], 'npm run build'],
    [['--ignore-initial'], 'npm run build'],
    [['--formats=md'], 'npm run build'],
    [['--formats='], 'npm run build'],
    [['--to=json'], 'npm run build'],
    [['--to', 'ndjson'], 'npm run build'],
    [['--loader=cjs'], 'npm run build'],
    [['--no-quiet'], 'npm run build'],
    [['-s'], 'npm run build'],
    [['-o', 'x'], 'npm run build'],
    [['--'], 'npm run build'],
    [['content'], 'npm run build'],
    [['--config=.eleventy.js', 'content'], 'npm run build'],
    [['--Serve'], 'npm run build'],
    [['--newer-switch'], 'npm run build'],
  ])('refuses %j and names what to run instead', (args, instead) => {
    const refusal = findRefusal(args, 'build');
    expect(refusal).toContain('Nothing was built');
    expect(refusal).toContain(instead);
  });

  it('names the switch as it was typed', () => {
    expect(findRefusal(['--dryrun'], 'build')).toMatchInlineSnapshot(`
      "Nothing was built: \`--dryrun\` would go round the checks that keep restricted papers out.
      Run \`npm run check\`, which writes nothing.
      "
    `);
  });

  it.each(['serve', 'watch'])('refuses a run that Eleventy calls %s, whatever the switches', (runMode) => {
    expect(findRefusal([], runMode)).toContain('Run `npm start`');
  });
});
