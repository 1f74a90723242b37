import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** For each folder of src/, the other folders that it may import. Stages share the model and join in publish.ts. */
const mayImport = {
  model: [],
  markdown: ['model'],
  read: ['model', 'markdown'],
  validate: ['model', 'markdown'],
  withhold: ['model', 'markdown'],
  assemble: ['model', 'markdown'],
  render: ['model', 'markdown'],
  index: ['model', 'markdown'],
  audit: ['model', 'markdown'],
};

/** Only the code that decides what is public, the audit's fingerprints and the monitoring officer's ledger may see what is sealed. */
const mayOpen = [
  'src/read/',
  'src/validate/',
  'src/withhold/',
  'src/audit/withheld-prints.ts',
  'src/ledger/create-ledger.ts',
];

const openSealed = {
  regex: '(^|/)sealed(\\.\\w+)?$',
  importNames: ['open'],
  message: 'Only read, validate, withhold and audit/withheld-prints.ts may open what is sealed.',
};

const revealSealed = {
  selector:
    ':matches(MemberExpression[object.name="Sealed"][property.name="reveal"], ImportExpression[source.value=/sealed/])',
  message: 'Import `open` from sealed.ts at the top of the file: the linter knows who may.',
};

/** `as PublicText`, `as PublicText[]` and a type guard all turn plain text into public text. */
const publicType = ':matches([typeName.name="PublicText"], :has([typeName.name="PublicText"]))';
const castToPublic = {
  selector: `:matches(TSAsExpression, TSTypePredicate) > ${publicType}.typeAnnotation`,
  message: 'Only src/withhold/ decides that a text is public.',
};

/** Its one process ends when nobody who is known uses it. */
const startPagefind = {
  name: 'pagefind',
  allowTypeImports: true,
  message:
    'Use withPagefind of src/index/open-pagefind.ts: the process of Pagefind ends when nobody has asked it there for some seconds.',
};

const restrictImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

/** The rules of one folder, for the files in it and for those up to three folders deeper. */
function stageRules([folder, allowed]) {
  const others = allowed.map((name) => `${name}/`);
  return ['*.ts', '*/*.ts', '*/*/*.ts', '*/*/*/*.ts'].map((files, depth) => {
    const outside = {
      regex: `^${'\\.\\./'.repeat(depth + 1)}(?!${[...others, '\\.\\./'].join('|')})`,
      message: `src/${folder}/ may import ${['its own folder', ...others].join(', ')} only. publish.ts joins the stages.`,
    };
    const mayOpenHere = mayOpen.includes(`src/${folder}/`);
    return {
      files: [`src/${folder}/${files}`],
      rules: restrictImports(outside, ...(mayOpenHere ? [] : [openSealed])),
    };
  });
}

export default defineConfig(
  // What commands write, what officers write, and fixtures, which are wrong on purpose.
  globalIgnores(['_site*/', '.minutebook/', 'coverage/', 'content/', 'test/fixtures/']),
  tseslint.configs.recommendedTypeChecked,
  {
    // One program for all files: a service that is asked file after file, as editors do, takes a quarter longer.
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // A write that nobody waits for is how a site generator loses a page.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
      // `IsoDate | 'not-recorded'` tells the reader more than `IsoDate`, although both are strings.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['src/index/pagefind-process.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [startPagefind] }] },
  },
  {
    // Plain JavaScript is in no tsconfig, so the rules that need types cannot run.
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    // The one place of the generator that prints, and the scripts, which run before it is installed.
    files: ['src/report.ts', 'scripts/*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tests read JSON that a build wrote: where its shape is wrong, the test fails, as it should.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { ...restrictImports(openSealed), 'no-restricted-syntax': ['error', revealSealed, castToPublic] },
  },
  // After the rule for all of src/, since the last setting of a rule replaces those before it.
  ...Object.entries(mayImport).flatMap(stageRules),
  {
    // The audit looks for withheld text in the output, so this one file must see it to take fingerprints.
    files: mayOpen.filter((path) => path.endsWith('.ts')),
    rules: restrictImports({ regex: '^\\.\\./(?!model/|markdown/)', message: 'As for all of src/audit/.' }),
  },
  {
    // Withholding is what makes a text public.
    files: ['src/withhold/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', revealSealed] },
  },
  {
    // `open` is defined here.
    files: ['src/model/sealed.ts'],
    rules: { 'no-restricted-syntax': ['error', castToPublic] },
  },
);
