"""Days as people name them: which Tuesday, which 25th. A weekday is the most recent one, today included."""

from __future__ import annotations

from datetime import date, timedelta

WEEK = timedelta(days=7)


def latest_weekday(weekday: int, today: date) -> date:
    """The most recent `weekday` (Monday 0), today included."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def next_weekday(weekday: int, today: date) -> date:
    """The first `weekday` after today, or today itself."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def weekday_in_week(weekday: int, today: date, weeks_ago: int) -> date:
    """That weekday of the Monday-to-Sunday week `weeks_ago` before the present one."""
    return today - timedelta(days=today.weekday()) - weeks_ago * WEEK + timedelta(days=weekday)


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_year(month: int, day: int, today: date) -> date | None:
    """That day and month in the year that puts it closest to today."""
    found = [d for year in (today.year - 1, today.year, today.year + 1) if (d := make_date(year, month, day))]
    return min(found, key=lambda d: abs(d - today), default=None)


def months_before(today: date, months: int) -> date:
    """The first day of the month so many months before the present one."""
    count = today.year * 12 + today.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def day_of_month(day: int, today: date, months_ago: int = 0) -> date | None:
    """That day of the present month, or of the one `months_ago` before it."""
    first = months_before(today, months_ago)
    return make_date(first.year, first.month, day)


def numbered_weekday(weekday: int, day: int, today: date) -> date | None:
    """ "dilluns 25": the latest such day of the last two months, else one of the next two weeks."""
    for months_ago in (0, 1, -1):
        found = day_of_month(day, today, months_ago)
        if found and found.weekday() == weekday and found - today <= 2 * WEEK:
            return found
    return None


def ordinal_weekday(ordinal: int, weekday: int, month: int, year: int) -> date | None:
    """The n-th weekday of a month; -1 is the last."""
    days = [d for day in range(1, 32) if (d := make_date(year, month, day)) and d.weekday() == weekday]
    return days[ordinal - 1 if ordinal > 0 else -1] if ordinal <= len(days) else None


def easter(year: int) -> date:
    """The Sunday of Easter of that year, by the Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
