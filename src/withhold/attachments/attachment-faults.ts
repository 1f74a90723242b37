import { problemAt, type Place, type Problem } from '../../model/problem.ts';

const safely =
  'The Information Commissioner’s guidance “Disclosing documents to the public securely” asks for simple formats in which nothing is hidden.';
const printAgain =
  'Open the document it was made from and save that as a PDF again; with no such document, print the PDF to a new PDF.';

/**
 * Why an attachment is refused: for each code what is wrong, to be read after the attachment's name, and what to do.
 * The wording is here and nowhere else, so no message can quote what stands in a file. Where a rule has no
 * other source it comes from the ICO's "Disclosing documents to the public securely" (31 July 2025):
 * https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/security/disclosing-documents-to-the-public-securely/
 */
const catalogue = {
  'attachment-name': {
    what: 'has a name that cannot be part of a web address.',
    instead:
      'Rename it with the letters a to z, digits, hyphens, underscores and full stops, and one ending (.pdf, .csv, .png, .jpg, .jpeg or .webp), such as `figure-1.png`, and link it by that name.',
  },
  'attachment-kind': {
    what: 'is not a kind of file that can be checked for what a reader does not see.',
    instead: 'Publish it as a paper, or as a .pdf, .csv, .png, .jpg or .webp file.',
  },
  'attachment-office-file': {
    what: `is a file of an office program, which can hold tracked changes, comments, hidden rows and names of its authors. ${safely}`,
    instead:
      'Publish it as a paper, or save it as a PDF (a spreadsheet as CSV), look through that, and link it instead.',
  },
  'attachment-archive': {
    what: 'is an archive, and the files in it cannot be checked one by one.',
    instead: 'Attach each of the files that the public should have by itself.',
  },
  'attachment-svg': {
    what: 'is an SVG drawing, which can run scripts and hold text that nobody sees.',
    instead: 'Export the drawing as a .png file and link that.',
  },
  'attachment-gif': {
    what: 'is a GIF, which can hold pictures that are shown for an instant or never.',
    instead: 'Save the picture as a .png file and link that.',
  },
  'attachment-empty': {
    what: 'is empty.',
    instead: 'Put the file there again, or take the link out of the paper.',
  },
  'attachment-too-large': {
    what: 'is larger than 100 MB, which few readers could download.',
    instead: 'Save it in a smaller size, or in several parts.',
  },
  'attachment-not-what-it-says': {
    what: 'is another kind of file than the ending of its name says.',
    instead:
      'Open the file, save it in the format that its name says, and do not change an ending by renaming.',
  },
  'attachment-withheld-content': {
    what: 'is the same document as an attachment that is withheld, though under another name, so it cannot be published.',
    instead:
      'If it must not be public, take this link out. If it may be, keep one copy of the file and link it under one name from every paper.',
  },
  'attachment-image-unreadable': {
    what: 'cannot be read as a picture: it is damaged or cut short.',
    instead: 'Open the picture, save it again under the same name, and check that it looks right.',
  },
  'attachment-image-too-many-pixels': {
    what: 'has more than 50 million pixels.',
    instead: 'Make the picture smaller: 3,000 pixels across are enough for print.',
  },
  'attachment-image-animated': {
    what: 'has several frames, and a reader may never see all of them.',
    instead: 'Save the one picture that is meant as a .png file and link that.',
  },
  'attachment-csv-not-utf-8': {
    what: 'is not saved as UTF-8, so that £ signs and accents would be garbled.',
    instead: 'In Excel choose “Save As” and the type “CSV UTF-8 (Comma delimited)”.',
  },
  'attachment-csv-control-character': {
    what: 'has a character that nobody can see and that can hide text',
    instead: 'Delete the content of that cell and type it again.',
  },
  'attachment-csv-unreadable': {
    what: 'has a quotation mark that does not fit, so that cells would run into each other',
    instead: 'Save the table as CSV again from the spreadsheet program.',
  },
  'attachment-csv-formula': {
    what: 'has a cell that a spreadsheet program would run as a formula, since it begins with =, +, - or @ and is not a number',
    instead:
      'Replace formulas by their values (in Excel copy, then paste as values), and begin the cell with a letter or a digit.',
  },
  'attachment-pdf-unreadable': {
    what: 'cannot be read to the end as a PDF, so what is in it cannot be checked.',
    instead: printAgain,
  },
  'attachment-pdf-trailing-bytes': {
    what: 'has something after its end, where no PDF program shows it.',
    instead: printAgain,
  },
  'attachment-pdf-earlier-revision': {
    what: 'still holds an earlier revision of itself: whatever was changed or deleted can be read again.',
    instead: printAgain,
  },
  'attachment-pdf-encrypted': {
    what: 'is protected by encryption, so what is in it cannot be checked, and screen readers may be shut out.',
    instead: 'Save it as a PDF without a password and without restrictions.',
  },
  'attachment-pdf-embedded-file': {
    what: 'has other files inside it, which would be published with it.',
    instead: `Attach those that the public should have by themselves. ${printAgain}`,
  },
  'attachment-pdf-javascript': {
    what: 'has a script in it.',
    instead: printAgain,
  },
  'attachment-pdf-action': {
    what: 'does something by itself when it is opened, read or clicked, beyond going to a page or a web address.',
    instead: printAgain,
  },
  'attachment-pdf-link': {
    what: 'has a link to a file or a drive, which shows how the council’s folders are named and leads readers nowhere.',
    instead:
      'In the document it was made from remove the link or make it a web address, and save that as a PDF again.',
  },
  'attachment-pdf-multimedia': {
    what: 'has sound, film or a 3D model in it, which cannot be checked.',
    instead: printAgain,
  },
  'attachment-pdf-redaction-not-applied': {
    what: 'has places that were marked for redaction, but the redaction was not applied: the text is still there.',
    instead:
      'Apply the redactions in the PDF program, save the result under a new name, and check that the text cannot be searched.',
  },
  'attachment-pdf-covered-text': {
    what: 'has text with a filled box over it: whoever copies or searches can still read that text',
    instead:
      'If the text must not be public, take it out of the document that the PDF was made from; a box over it hides nothing. Else remove the box.',
  },
  'attachment-pdf-comment': {
    what: 'has comments or drawings over its pages, such as notes, highlights or boxes.',
    instead:
      'Remove all comments and drawings, or print it to a new PDF with “Document” and not “Document and markups”.',
  },
  'attachment-pdf-form': {
    what: 'is an XFA form, of which readers and checks see different versions.',
    instead: 'Print the form to a new PDF, or publish it as a paper.',
  },
  'attachment-pdf-hidden-layer': {
    what: 'has a layer that is switched off: nobody sees it, and anybody can switch it on.',
    instead: 'Delete the layers that are not to be shown, then flatten the rest or print to a new PDF.',
  },
  'attachment-pdf-thumbnail': {
    what: 'has small pictures of its pages, which may show how a page looked before it was redacted.',
    instead: printAgain,
  },
  'attachment-pdf-private-data': {
    what: 'holds the data of the program that made it, which can contain the whole document in another form.',
    instead: 'Export it again without “preserve editing capabilities”, or print it to a new PDF.',
  },
  'attachment-pdf-leftover-object': {
    what: 'still holds content that belongs to none of its pages, such as a page that was deleted.',
    instead: printAgain,
  },
} as const;

/** Stable code of a fault; each has a line in MESSAGES.md. */
export type AttachmentFaultCode = keyof typeof catalogue;

/** One reason why an attachment cannot be published. */
export interface AttachmentFault {
  readonly code: AttachmentFaultCode;
  /** Where in the attachment, in plain words and without a word of its content: `row 3, cell 2`. */
  readonly where?: string;
}

/** Every code of an attachment's faults, for MESSAGES.md and its test. */
export const attachmentFaultCodes = Object.keys(catalogue) as readonly AttachmentFaultCode[];

/** Says a fault in the officer's words, at the public paper's line that links the attachment. */
export function faultToProblem(place: Place, name: string, { code, where }: AttachmentFault): Problem {
  const { what, instead } = catalogue[code];
  const location = where === undefined ? '' : ` (${where}).`;
  return problemAt(place, code, `The attachment \`${printable(name)}\` ${what}${location}`, instead);
}

/** A name is typed by anybody, and a terminal obeys some characters. */
function printable(name: string): string {
  return name.replace(/[^ -~]|`/gu, '?');
}
