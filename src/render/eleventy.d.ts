// Eleventy and its plugins ship no types. Only what Minutebook uses of them stands here.

declare module '@11ty/eleventy' {
  /** The slice of Eleventy's configuration that we use. */
  export interface EleventyConfig {
    setInputDirectory(path: string): void;
    setOutputDirectory(path: string): void;
    setDataDirectory(path: string): void;
    setDataFileSuffixes(suffixes: readonly string[]): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(enabled: boolean): void;
    setQuietMode(enabled: boolean): void;
    setNunjucksEnvironmentOptions(options: {
      readonly autoescape: boolean;
      readonly throwOnUndefined: boolean;
    }): void;
    addAsyncShortcode(name: string, callback: (argument: string) => Promise<string>): void;
    readonly benchmarkManager: { get(group: string): { setIsVerbose(isVerbose: boolean): void } };
    addGlobalData(name: string, value: readonly string[]): void;
    on(event: 'eleventy.after', listener: (build: EleventyBuild) => Promise<void>): void;
  }

  /** What Eleventy says of a build that is done. */
  export interface EleventyBuild {
    readonly results: WrittenPages;
    /** `build`, `serve` or `watch`. */
    readonly runMode: string;
    /** `fs`, or `json` for a build that is only printed. */
    readonly outputMode: string;
  }

  /** What Eleventy says it has written. */
  export type WrittenPages = readonly { readonly outputPath: string | false }[];

  export default class Eleventy {
    constructor(
      input: string | undefined,
      output: string | undefined,
      options: { configPath: false; quietMode: boolean; config: (config: EleventyConfig) => void },
    );
    disableLogger(): void;
    /** What was copied, and what was written. */
    write(): Promise<[unknown, WrittenPages]>;
  }
}

declare module '@11ty/eleventy-plugin-syntaxhighlight' {
  type MarkdownHighlighter = (code: string, language: string) => string;

  /** What the plugin calls of Eleventy's configuration when it is asked for Markdown only. */
  interface HighlightTarget {
    versionCheck(range: string): void;
    addMarkdownHighlighter(highlighter: MarkdownHighlighter): void;
    addJavaScriptFunction(name: string, callback: unknown): void;
  }

  export default function syntaxHighlight(
    target: HighlightTarget,
    options: {
      templateFormats: readonly string[];
      languages: readonly string[];
      errorOnInvalidLanguage: boolean;
    },
  ): void;
}
