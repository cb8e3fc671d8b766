/** Why a file cannot be a source: keys of `errors`. */
export type ReadFault =
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

/**
 * Thrown while a file is read; anything else that is thrown there means that the file is broken.
 */
export class FileRefused extends Error {
  readonly why: ReadFault;
  constructor(why: ReadFault) {
    super(why);
    this.why = why;
  }
}
