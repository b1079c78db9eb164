/** An activity's subject, at most this many characters (the schema's limit). */
const SUBJECT_LENGTH = 500;

/** What somebody typed into one box, as an activity keeps it. */
export interface Written {
  readonly subject: string;
  readonly body?: string;
}

/**
 * Splits free text into a subject and a body: the first line is the subject, the rest the body. A first line that is
 * too long is cut between words and goes on in the body. Nothing of the text is lost but the white space around it.
 */
export function splitNote(text: string): Written {
  const trimmed = text.trim();
  const lineEnd = trimmed.indexOf('\n');
  const first = lineEnd < 0 ? trimmed : trimmed.slice(0, lineEnd).trimEnd();
  if (first.length <= SUBJECT_LENGTH)
    return lineEnd < 0 ? { subject: first } : { subject: first, body: trimmed.slice(lineEnd + 1).trim() };
  const space = first.lastIndexOf(' ', SUBJECT_LENGTH);
  const cut = space > 0 ? space : SUBJECT_LENGTH;
  return { subject: trimmed.slice(0, cut).trimEnd(), body: trimmed.slice(cut).trim() };
}
