// What somebody writes down for others to read: whether there is anything to see, and whether it is short enough.

/** Whether a text shows anything: blanks and characters that are never drawn (zero-width, fillers) do not count. */
export const hasWords = (text: string): boolean =>
  /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text);

/** Whether it shows something and is, without blanks at its ends, at most `longest` characters (code points). */
export const isTold = (text: string, longest: number): boolean =>
  hasWords(text) && [...text.trim()].length <= longest;
