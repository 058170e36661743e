import { workingCalendar } from '../../../src/calendar/working-days.ts';
import { day } from '../../world.ts';

const days = (...texts: readonly string[]) => texts.map(day);

/** 2015 until Qingming, as the State Council announced it: the Spring Festival is off from 18 to 24 February. */
export const SPRING_2015 = workingCalendar([
  {
    year: 2015,
    isPublished: true,
    holidays: days(
      ...['2015-01-01', '2015-01-02', '2015-01-03'],
      ...['2015-02-18', '2015-02-19', '2015-02-20', '2015-02-21'],
      ...['2015-02-22', '2015-02-23', '2015-02-24'],
      ...['2015-04-04', '2015-04-05', '2015-04-06'],
    ),
    workingDays: days('2015-01-04', '2015-02-15', '2015-02-28'),
  },
]);

export const ZONE = 'Asia/Shanghai';
