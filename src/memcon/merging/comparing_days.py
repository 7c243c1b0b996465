"""Are the times of two reports those of one event? Days, months, pages told in the same days, a day of no year."""

from memcon.merging.named_days import LEAP_YEAR
from memcon.merging.report import LONG, PRECISE, Report
from memcon.merging.tally import Tally
from memcon.model import Interval

NEAR_TELLING = 10  # days between two documents for their undated events to be compared
DOUBT = 5  # days a date marked ~ or ? may be off
SLIP = 3  # days a plan may move, and a visit may already have lasted
_TOO_EARLY = "one was told as done before the other could be"


def compare_days(a: Report, b: Report, tally: Tally) -> str | None:
    """What the times of two reports say, added to the tally; or why by their times they cannot be one."""
    if _called_off(a, b):
        known = a.days is not None and b.days is not None and a.days.overlaps(b.days)
        tally.add(2.0 if known else 0.0, "called off, told of in the same days")
        return None
    if a.days is None or b.days is None:
        return _undated(a, b, tally)
    gap = a.days.gap(b.days)
    if gap > _allowed(a, b):
        return f"{a.event.date} is not {b.event.date}"
    if _foretold(a, b) or _foretold(b, a):
        return _TOO_EARLY
    longest = max(a.days.days, b.days.days)
    if gap:
        # A call has two local dates; a meeting has one: its people and its place must make up for a day.
        # A round of talks lasts, and one tells of its first day what the other tells of its last.
        met = a.family == b.family == "gathering" and a.event.status == b.event.status
        lasts = a.event.type == b.event.type == "dialogue_round"
        near = -3.0 if met and not lasts else 1.0 if gap == 1 else -0.5
        tally.add(near, f"{gap} day{'s' if gap > 1 else ''} apart")
    elif a.days == b.days and longest <= 3:
        tally.add(2.0, f"the same date, {a.event.date}")
    elif longest <= 9:
        tally.add(1.5, f"dates overlap: {a.event.date}, {b.event.date}")
    elif longest <= LONG:
        tally.add(1.0, f"dates overlap: {a.event.date}, {b.event.date}")
        if a.days == b.days and _told_together(a, b):
            tally.add(0.5, "told of in the same days")
    else:
        tally.add(-2.0, f"one date is wide: {a.event.date}, {b.event.date}")
    return None


def _called_off(a: Report, b: Report) -> bool:
    """Whether both tell in the same days what was called off: one gives the day it was to be, one the day it was not.

    A report that was written before, or one that says no more than that it was planned, gives the day it was to be.
    """
    return a.event.status == b.event.status == "cancelled" and _told_together(a, b)


def _foretold(done: Report, later: Report) -> bool:
    """Whether a page tells as done what by the other report's date lay ahead of it; a day is left to time zones."""
    if done.event.status != "occurred" or not done.told_counts or done.told is None or later.days is None:
        return False
    return (later.days.first - done.told.last).days > 1


def _told_together(a: Report, b: Report) -> bool:
    """Whether two pages of the same days tell it alike: of an event "in March" they mean one and the same."""
    return _alike(a, b) and a.told is not None and b.told is not None and _near(a.told, b.told)


def _alike(a: Report, b: Report) -> bool:
    return (a.event.type, a.event.status) == (b.event.type, b.event.status)


def _near(left: Interval, right: Interval) -> bool:
    return left.gap(right) <= SLIP and max(left.days, right.days) <= PRECISE


def _allowed(a: Report, b: Report) -> int:
    """Days two dates of one event may lie apart: time zones, a doubtful date, a visit's days, a plan that moved."""
    if a.vague or b.vague:
        return 1 + DOUBT
    if a.round and a.round == b.round:
        return SLIP
    if a.days and b.days and max(a.days.days, b.days.days) > PRECISE:
        return 0
    moved = "planned" in (a.event.status, b.event.status) and a.event.status != b.event.status
    return SLIP if moved or a.family == "visit" else 1


def _undated(a: Report, b: Report, tally: Tally) -> str | None:
    """An event without a date is compared by when it was told of: never by the page's date as if it were its own."""
    if a.named_days or b.named_days:
        return _of_no_year(a, b, tally)
    left, right = a.days or a.told, b.days or b.told
    if left and right and left.gap(right) > NEAR_TELLING:
        return "undated, and told of at different times"
    if _foretold(a, b) or _foretold(b, a):
        return _TOO_EARLY
    if (left is None or right is None) and not (a.timeless and b.timeless):
        return "one has no date at all"
    if a.weekday is not None and b.weekday is not None and (a.weekday - b.weekday) % 7 not in (0, 1, 6):
        return "told of other days of the week"
    if a.timeless or b.timeless:
        # People on both sides must make up for it; two leaders may telephone any week: the words must agree too.
        tally.add(-3.0 if a.event.type == b.event.type == "phone_call" else -2.5, "it is not known when")
        return None
    if max(x.days for x in (left, right) if x) > LONG:
        return "undated, and told of at different times"
    days = left is not None and right is not None and _near(left, right)
    if "call" in (a.family, b.family) and not (left and right and left.gap(right) <= 1):
        tally.add(-3.0, "undated calls, not told of on the same day")
    elif days and _alike(a, b):
        same = left == right and a.parties == b.parties
        tally.add(0.5 if same else 0.0, f"undated, told of {'on the same day' if same else 'in the same days'}")
    else:
        tally.add(-0.5, "undated, told of at the same time")
    return None


def _of_no_year(a: Report, b: Report, tally: Tally) -> str | None:
    """A quote names the day and nothing the year: "on March 18"."""
    if _foretold(a, b) or _foretold(b, a):
        return _TOO_EARLY
    first, other = (a, b) if a.named_days else (b, a)
    named = first.named_days
    if named is None or not (other.named_days or (other.days and other.days.days <= PRECISE)):
        return "one has no year, the other no day"
    span = other.days or (other.named_days and other.named_days.within(LEAP_YEAR))
    days = span and named.within(span.first.year)
    if not span or not days or days.gap(span) > _allowed(a, b):
        return f"{named.first[0]:02d}-{named.first[1]:02d} of a year unknown is another day"
    tally.add(0.5 if days.gap(span) else 1.0, "the same day of the year")
    return None
