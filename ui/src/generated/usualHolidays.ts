// This file is made from the program's own data. Do not edit it.
import type { Holidays } from "./Holidays";

export const usualHolidays: Holidays = {
  "name": "California state holidays",
  "source": "Gov. Code §§ 6700, 6701, 19853; Code Civ. Proc. §§ 12, 12a",
  "weekend": [
    "saturday",
    "sunday"
  ],
  "last_day_rolls": true,
  "holiday": [
    {
      "name": "New Year’s Day",
      "month": 1,
      "day": 1,
      "observed": "sunday-to-monday"
    },
    {
      "name": "Dr. Martin Luther King, Jr. Day",
      "month": 1,
      "weekday": "monday",
      "nth": 3,
      "observed": "as-it-falls",
      "since": 1986
    },
    {
      "name": "Presidents’ Day",
      "month": 2,
      "weekday": "monday",
      "nth": 3,
      "observed": "as-it-falls"
    },
    {
      "name": "César Chávez Day",
      "month": 3,
      "day": 31,
      "observed": "sunday-to-monday",
      "since": 2001
    },
    {
      "name": "Memorial Day",
      "month": 5,
      "weekday": "monday",
      "nth": -1,
      "observed": "as-it-falls"
    },
    {
      "name": "Juneteenth",
      "month": 6,
      "day": 19,
      "observed": "sunday-to-monday",
      "since": 2023
    },
    {
      "name": "Independence Day",
      "month": 7,
      "day": 4,
      "observed": "sunday-to-monday"
    },
    {
      "name": "Labor Day",
      "month": 9,
      "weekday": "monday",
      "nth": 1,
      "observed": "as-it-falls"
    },
    {
      "name": "Veterans Day",
      "month": 11,
      "day": 11,
      "observed": "nearest"
    },
    {
      "name": "Thanksgiving Day",
      "month": 11,
      "weekday": "thursday",
      "nth": 4,
      "observed": "as-it-falls"
    },
    {
      "name": "Day after Thanksgiving",
      "month": 11,
      "weekday": "thursday",
      "nth": 4,
      "plus": 1,
      "observed": "as-it-falls"
    },
    {
      "name": "Christmas Day",
      "month": 12,
      "day": 25,
      "observed": "sunday-to-monday"
    }
  ],
  "added": [],
  "removed": []
};
