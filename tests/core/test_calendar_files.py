from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.calendar_files import read_calendar
from hub_desktop.core.college_calendar import CollegeCalendar, Holiday
from hub_desktop.core.errors import ConfigurationError

TODAY = date(2026, 11, 24)
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//College//Calendar//EN
{events}
END:VCALENDAR
"""


def event(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{abs(hash(lines))}", *lines, "END:VEVENT"])


def ics(*events: str) -> bytes:
    return ICS.format(events="\n".join(events)).replace("\n", "\r\n").encode()


def days(content: bytes) -> list[tuple[str, str]]:
    return [(one.name, one.days) for one in read_calendar(content, TODAY).holidays]


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-08,Diwali\n2026-12-24,2027-01-02,Winter break\n",
        "date,end,name\n2026-11-08,,Diwali\n2026-12-24,2027-01-02,Winter break\n",
        "\ufeffName;Start date;End date\r\nDiwali;2026-11-08;\r\n\r\nWinter break;2026-12-24;2027-01-02\r\n",
        "date,end,name\r2026-11-08,,Diwali\r2026-12-24,2027-01-02,Winter break\r",
        "Date\tUntil\tHoliday\n2026-11-08\t\tDiwali\n2026-12-24\t2027-01-02\tWinter break\n",
    ],
)
def test_a_csv_file_is_read_with_and_without_headings(text):
    assert days(text.encode()) == [("Diwali", "2026-11-08"), ("Winter break", "2026-12-24 to 2027-01-02")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"2026-11-08,Diwali\n08/11/2026,Diwali\n", "Line 2: “08/11/2026” is not written as a date"),
        (b"2026-11-08\n", "Line 1: a holiday needs a name"),
        (b"2026-11-08,2026-11-07,Diwali\n", "Line 1: “Diwali” ends before it begins"),
        (
            b'2026-11-08,Diwali\n2026-12-24,"' + b"x" * 131_073 + b'"\n',
            "Line 2: it cannot be read as CSV (field larger",
        ),
        (b"2026-11-08," + b"x" * 131_073, "Line 1: it cannot be read as CSV (field larger"),
        (b"colour,name\n", "Line 1: the columns are"),
        (b"2026-11-08,2028-11-07,Diwali\n", "longer than 366 days"),
        (b"", "holds no holiday"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"x" * 1_000_001, "at most 1 MB"),
        (ICS.format(events="").encode(), "holds no holiday"),
        (b"BEGIN:VCALENDAR\nnonsense\n", "The calendar file cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(content, said):
    with pytest.raises(ConfigurationError) as caught:
        read_calendar(content, TODAY)
    assert said in caught.value.sentence


def test_a_calendar_file_is_read():
    content = ics(
        event("SUMMARY:Diwali", "DTSTART;VALUE=DATE:20261108", "DTEND;VALUE=DATE:20261113"),
        event("SUMMARY:Republic Day", "DTSTART;VALUE=DATE:20260126"),
        event("SUMMARY:Founders' Day", "DTSTART:20261201T000000", "DTEND:20261202T000000"),
        event("SUMMARY:Called off", "DTSTART;VALUE=DATE:20261210", "STATUS:CANCELLED"),
        event("SUMMARY:Meeting", "DTSTART:20261201T100000Z", "DTEND:20261201T110000Z"),
    )
    assert days(content) == [
        ("Diwali", "2026-11-08 to 2026-11-12"),
        ("Republic Day", "2026-01-26"),
        ("Founders' Day", "2026-12-01"),
    ]
    assert read_calendar(content, TODAY).skipped == 1


def test_a_holiday_that_comes_again_is_followed_for_some_years():
    yearly = event("SUMMARY:Christmas", "DTSTART;VALUE=DATE:20001225", "RRULE:FREQ=YEARLY")
    assert [day for _, day in days(ics(yearly))] == [
        "2000-12-25", "2025-12-25", "2026-12-25", "2027-12-25", "2028-12-25",
    ]  # fmt: skip
    weekly = event(
        "SUMMARY:Closed",
        "DTSTART;VALUE=DATE:20261102",
        "RRULE:FREQ=WEEKLY;UNTIL=20261130T000000Z",
        "EXDATE;VALUE=DATE:20261116",
        "RDATE;VALUE=DATE:20261104",
    )
    assert [day for _, day in days(ics(weekly))] == [
        "2026-11-02", "2026-11-04", "2026-11-09", "2026-11-23", "2026-11-30",
    ]  # fmt: skip


@given(
    st.binary(max_size=200)
    | st.text(',;"\r\n\t1-', max_size=50).map(str.encode)
    | st.text(max_size=200).map(lambda text: ICS.format(events=text).encode())
)
def test_no_file_is_more_than_a_sentence(content):
    try:
        read = read_calendar(content, TODAY)
    except ConfigurationError:
        return
    assert read.holidays


def test_a_calendar_takes_each_holiday_once():
    diwali = Holiday(name="Diwali", start=date(2026, 11, 8), end=date(2026, 11, 9))
    calendar, added = CollegeCalendar(weekly_off=["sunday"]).with_holidays([diwali, diwali])
    assert added == 1
    assert calendar.with_holidays([diwali])[1] == 0
    assert calendar.holiday_on(date(2026, 11, 9)) == "Diwali"
    assert calendar.holiday_on(date(2026, 11, 15)) == "Sunday"
    assert calendar.holiday_on(date(2026, 11, 16)) is None
    assert CollegeCalendar.model_validate(calendar.written()) == calendar
    with pytest.raises(ValueError, match="at most 2,000"):
        calendar.with_holidays([Holiday(name=f"{n}", start=diwali.start, end=diwali.end) for n in range(2_000)])
