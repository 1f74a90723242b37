import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import type { LinkedAttachment } from '../model/linked.ts';
import { compareText, problemAt } from '../model/problem.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { PublicAgenda, PublicMeeting, PublicMinutes, PublicReport } from '../model/publication.ts';
import { open, seal } from '../model/sealed.ts';
import type { AgendaStructure } from '../model/structure.ts';
import type {
  ValidAgenda,
  ValidMeeting,
  ValidMinutes,
  ValidPaper,
  ValidReport,
  ValidSupplement,
} from '../model/valid.ts';
import type { WithheldPiece } from '../model/withheld.ts';
import { addSupplements } from './add-supplements.ts';
import type { AddedSupplement, SupplementedAgenda } from './add-supplements.ts';
import { createAgendaContext } from './agenda-context.ts';
import { checkExclusion } from './check-exclusion.ts';
import { checkLinks } from './check-links.ts';
import type { PublicTargets } from './check-links.ts';
import { checkPhrases } from './check-phrases.ts';
import { checkPublicLines } from './check-public-lines.ts';
import { checkRestrictedParts } from './check-restricted-parts.ts';
import { checkSummaries } from './check-summaries.ts';
import { checkTwins } from './check-twins.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import type { MeetingVerdict } from './decide-access.ts';
import { withoutAbsent } from './make-public.ts';
import { preparePaper } from './prepare-paper.ts';
import type { WithheldRange } from './prepare-paper.ts';
import { publishAgenda } from './publish-agenda.ts';
import type { AgendaContext } from './publish-agenda.ts';
import { publishMinutes } from './publish-minutes.ts';
import { publishReport, publishSupplement } from './publish-report.ts';
import {
  addReplacement,
  isReplacedBy,
  markReplaced,
  placeReplacements,
  type Replacement,
} from './replacements.ts';
import { namesInWithheld } from './names-in-withheld.ts';
import { splitAttachments } from './split-attachments.ts';
import {
  withheldRangesOfAgenda,
  withheldRangesOfMinutes,
  withheldRangesOfSupplement,
} from './withheld-ranges.ts';
import { countResolutions, withholdPapers } from './withhold-whole.ts';

/** What all meetings of a run share. */
export interface MeetingContext {
  readonly targets: PublicTargets;
  readonly nextCanary: () => string;
  readonly problems: Problem[];
}

/** A meeting split in two. */
export interface WithheldMeeting {
  /** Absent when nothing of it is public: then the site does not know of it. */
  readonly meeting?: PublicMeeting;
  readonly pieces: readonly WithheldPiece[];
  readonly linked: readonly LinkedAttachment[];
  readonly resolutionsRead: number;
}

/** Splits one meeting by what was decided of it. */
export function withholdMeeting(
  body: BodyFrontMatter,
  meeting: ValidMeeting,
  verdict: MeetingVerdict,
  context: MeetingContext,
): WithheldMeeting {
  return new MeetingSplitter(body, meeting, verdict, context).split();
}

/** Gathers what is withheld of a meeting while its public papers are made, one after another. */
class MeetingSplitter {
  readonly #body: BodyFrontMatter;
  readonly #meeting: ValidMeeting;
  readonly #verdict: MeetingVerdict;
  readonly #context: MeetingContext;
  readonly #pieces: WithheldPiece[] = [];
  readonly #links = new Map<string, Place>();
  readonly #withheldTargets: string[] = [];

  constructor(
    body: BodyFrontMatter,
    meeting: ValidMeeting,
    verdict: MeetingVerdict,
    context: MeetingContext,
  ) {
    this.#body = body;
    this.#meeting = meeting;
    this.#verdict = verdict;
    this.#context = context;
  }

  split(): WithheldMeeting {
    const { agenda, minutes } = this.#meeting;
    const { problems, nextCanary, targets } = this.#context;
    const validReports = this.#meeting.reports.filter((report) => this.#isPublic(report));
    const reports = validReports.map((report) => this.#report(report));
    const agendaContext = createAgendaContext({
      body: this.#body,
      meeting: this.#meeting,
      verdict: this.#verdict,
      reports,
      targets,
      linkAttachment: (name, place) => this.#link(name, place),
      problems,
    });
    const supplements = this.#meeting.supplements
      .filter((supplement) => this.#isPublic(supplement))
      .map((supplement) => this.#supplement(supplement));
    const supplemented = addSupplements(
      agenda !== undefined && this.#isPublic(agenda) ? this.#agenda(agenda, agendaContext) : undefined,
      supplements,
      agendaContext,
      problems,
    );
    const replacements = this.#replacements(validReports, supplemented);
    checkTwins(validReports, replacements, problems);
    const published =
      supplemented.agenda === undefined ? undefined : placeReplacements(supplemented.agenda, replacements);
    const publishedMinutes =
      minutes !== undefined && this.#isPublic(minutes) ? this.#minutes(minutes, published) : undefined;
    this.#pieces.push(...withholdPapers(this.#meeting, this.#verdict, nextCanary));
    const attachments = splitAttachments(
      this.#meeting,
      this.#links,
      namesInWithheld(this.#meeting, this.#verdict, this.#withheldTargets),
      problems,
    );
    const pieces = [...this.#pieces, ...attachments.pieces];
    const rest = { pieces, linked: attachments.linked, resolutionsRead: countResolutions(this.#meeting) };
    if (
      published === undefined &&
      publishedMinutes === undefined &&
      reports.length === 0 &&
      supplements.length === 0
    )
      return rest;
    const { body, slug, date } = this.#meeting;
    const result: PublicMeeting = {
      body,
      slug,
      date,
      ...withoutAbsent({ agenda: published, minutes: publishedMinutes }),
      reports: inAgendaOrder(markReplaced(reports, slug, replacements), published),
      supplements: supplemented.supplements,
    };
    return { meeting: result, ...rest };
  }

  #isPublic(paper: { readonly file: string }): boolean {
    return !this.#verdict.papers.has(paper.file);
  }

  #link(name: string, place: Place): void {
    if (!this.#links.has(name)) this.#links.set(name, place);
  }

  #take(
    source: ValidPaper<unknown, unknown>,
    ranges: readonly WithheldRange[],
    summaries: ReadonlySet<number>,
  ): CuttablePaper {
    const { problems, nextCanary, targets } = this.#context;
    const { paper, pieces, withheldTargets } = preparePaper(source, ranges, nextCanary, problems);
    this.#pieces.push(...pieces);
    this.#withheldTargets.push(...withheldTargets);
    checkSummaries(paper, summaries, problems);
    for (const [name, line] of checkLinks(paper, this.#meeting, targets, problems))
      this.#link(name, { file: paper.file, line, column: 1 });
    return paper;
  }

  #report(report: ValidReport): PublicReport {
    const { frontMatter, source } = open(report.content);
    const paper = this.#take(report, [], new Set());
    checkPhrases(paper, report, this.#meeting, this.#context.problems);
    const published = publishReport(paper, report.name, frontMatter);
    for (const { name } of published.attachments) {
      this.#link(name, {
        file: report.file,
        ...source.locate([frontMatter.file === name ? 'file' : 'attachments'], 'value'),
      });
    }
    return published;
  }

  /** What public papers say of what they replace: a withheld one says nothing, and is named by none. */
  #replacements(
    reports: readonly ValidReport[],
    { replacements }: SupplementedAgenda,
  ): readonly Replacement[] {
    const { problems } = this.#context;
    const { slug } = this.#meeting;
    const all: Replacement[] = [];
    for (const { place, ...each } of replacements) addReplacement(all, each, place, problems);
    for (const report of reports) {
      const { frontMatter, source } = open(report.content);
      const { published } = frontMatter;
      for (const name of frontMatter.replaces ?? []) {
        const place = { file: report.file, ...source.locate(['replaces'], 'value') };
        if (!reports.some((other) => other.name === name)) {
          problems.push(
            problemAt(
              place,
              'replaces-not-public',
              '`replaces` names a report that this meeting does not have or that is not public.',
              'Write the file name of a public report of this meeting, such as `b2-report.md`, or take the field out.',
            ),
          );
          continue;
        }
        const replacement: Replacement = {
          replaced: { kind: 'paper', meeting: slug, name },
          by: [{ kind: 'paper', meeting: slug, name: report.name }],
          ...(published === undefined || published === 'not-recorded' ? {} : { date: published }),
        };
        if (!isReplacedBy(all, replacement.replaced, replacement.by[0]!))
          addReplacement(all, replacement, place, problems);
      }
    }
    return all;
  }

  #agenda(agenda: ValidAgenda, agendaContext: AgendaContext): PublicAgenda {
    const { frontMatter, structure } = open(agenda.content);
    const paper = this.#take(agenda, withheldRangesOfAgenda(this.#body, this.#verdict, structure), new Set());
    this.#checkHeadings(paper, structure);
    return publishAgenda(paper, frontMatter, structure, agendaContext);
  }

  #supplement(supplement: ValidSupplement): AddedSupplement {
    const { frontMatter, structure } = open(supplement.content);
    const paper = this.#take(supplement, withheldRangesOfSupplement(this.#verdict, structure), new Set());
    this.#checkHeadings(paper, structure);
    return {
      published: publishSupplement(paper, supplement.name, frontMatter, structure),
      paper,
      structure,
      frontMatter,
    };
  }

  #checkHeadings(paper: CuttablePaper, structure: AgendaStructure): void {
    checkRestrictedParts(this.#body, paper, structure, this.#context.problems);
    checkExclusion(this.#body, paper, structure, this.#context.problems);
    const items = structure.parts.flatMap((part) => part.items);
    const judged = [...items.map((item) => item.line), ...structure.parts.map((part) => part.line)];
    checkPublicLines(this.#body, this.#verdict, paper, new Set(judged), this.#context.problems);
  }

  #minutes(minutes: ValidMinutes, agenda: PublicAgenda | undefined): PublicMinutes {
    const { frontMatter, structure } = open(minutes.content);
    const restricted = structure.minutes.filter((_, index) => this.#verdict.minutes[index]!.restricted);
    const summaries = restricted.flatMap((minute) => minute.summaries.map(({ range }) => range.start - 1));
    const paper = this.#take(minutes, withheldRangesOfMinutes(this.#verdict, structure), new Set(summaries));
    this.#pieces.push(...this.#withheldTopics(minutes));
    const judged = [...structure.minutes.map((minute) => minute.line), ...structure.partHeadings];
    checkPublicLines(this.#body, this.#verdict, paper, new Set(judged), this.#context.problems);
    return publishMinutes(paper, frontMatter, structure, this.#verdict, agenda);
  }

  /** Topics that the front matter of public minutes gives their withheld items. */
  #withheldTopics({ file, body, meeting, content }: ValidMinutes): WithheldPiece[] {
    const topics = Object.entries(open(content).frontMatter.topics ?? {});
    const withheld = new Set(
      this.#verdict.minutes.flatMap(({ code, restricted }) => (restricted ? code : [])),
    );
    return topics.flatMap(([item, topic]): WithheldPiece[] => {
      if (!withheld.has(item)) return [];
      const texts = seal([`${topic} ${this.#context.nextCanary()}`]);
      const what = { what: 'minute', because: 'restricted part' } as const;
      return [{ ...what, file, body, meeting, item, texts, names: seal([]), resolutions: 0 }];
    });
  }
}

/** Reports in the order of the agenda's items, then by file name; those of no item first. */
function inAgendaOrder(
  reports: readonly PublicReport[],
  agenda: PublicAgenda | undefined,
): readonly PublicReport[] {
  const order = (agenda?.parts ?? []).flatMap((part) => part.items.map((item) => item.code));
  const place = (report: PublicReport): number =>
    report.item === undefined ? -1 : order.indexOf(report.item);
  return [...reports].sort(
    (first, second) => place(first) - place(second) || compareText(first.name, second.name),
  );
}
