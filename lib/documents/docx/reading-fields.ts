/**
 * Which fields are open while a part is read: the number of a page is laid out anew by every
 * program and is no text of the note.
 */
export class OpenFields {
  readonly #open: { instruction: string; shown: boolean }[] = [];

  mark(type: string | undefined): void {
    const last = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ instruction: '', shown: false });
    else if (type === 'separate' && last) last.shown = true;
    else if (type === 'end') this.#open.pop();
  }
  say(instruction: string): void {
    const last = this.#open.at(-1);
    if (last && !last.shown) last.instruction += instruction;
  }
  get ofPages(): boolean {
    return this.#open.some(({ instruction }) =>
      /^\s*(PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(instruction),
    );
  }
}
