/** Calendar dates are texts (`YYYY-MM-DD`) and never become instants: a date has no time zone. */
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the text is a date of the Gregorian calendar, from 2000 on. */
export function isDate(value: string): boolean {
  const parts = datePattern.exec(value)?.slice(1).map(Number);
  if (!parts) return false;
  const [year = 0, month = 0, day = 0] = parts;
  return year >= 2000 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Today's date in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** 20230228 as `2023-02-28`. */
export const dateFromNumber = (number: number): string =>
  String(number).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');

/** `2023-02-28` as 20230228, so that dates compare as whole numbers. */
export const dateToNumber = (date: string): number => Number(date.replaceAll('-', ''));

/** The day after a date. */
export function dayAfter(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  let next = [year, month, day + 1];
  if (day >= daysIn(year, month)) next = month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
  return next.map((part) => String(part).padStart(2, '0')).join('-');
}
