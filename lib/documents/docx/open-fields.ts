/**
 * Tracks which fields are open while a part is parsed. Page numbers depend on the program that lays
 * out the pages and are no text of the note.
 */
export class OpenFields {
  readonly #open: { instruction: string; separated: boolean }[] = [];

  mark(type: string | undefined): void {
    const last = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ instruction: '', separated: false });
    else if (type === 'separate' && last) last.separated = true;
    else if (type === 'end') this.#open.pop();
  }
  addInstruction(instruction: string): void {
    const last = this.#open.at(-1);
    if (last && !last.separated) last.instruction += instruction;
  }
  get isPageNumber(): boolean {
    return this.#open.some(({ instruction }) =>
      /^\s*(PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b/i.test(instruction),
    );
  }
}
