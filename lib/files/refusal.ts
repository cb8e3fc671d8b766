/** Why a file is refused: keys of `errors`. */
export type RefusalKey =
  | 'fileOfOtherKind'
  | 'fileOldWord'
  | 'fileEncrypted'
  | 'fileBroken'
  | 'fileTooManyPages'
  | 'fileTooMuch'
  | 'fileMacros'
  | 'fileLinks'
  | 'fileDoctype'
  | 'fileEmpty'
  | 'enterSource'
  | 'sourceTooLong'
  | 'sourceUnreadable'
  | 'sourceBusy';

/** Thrown while a file is read; any other error there means that the file is broken. */
export class FileRefused extends Error {
  readonly why: RefusalKey;
  constructor(why: RefusalKey) {
    super(why);
    this.why = why;
  }
}
