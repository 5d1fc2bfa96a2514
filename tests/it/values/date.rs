//! Dates, as exact as they are known.

use chrono::{Datelike, Days, NaiveDate};
use verbund_domain::values::{DatePrecision, PartialDate};

#[test]
fn a_date_is_known_as_far_as_it_is_written() {
    for (written, earliest, latest, precision) in [
        ("2023", "2023-01-01", "2023-12-31", DatePrecision::Year),
        ("2017-02", "2017-02-01", "2017-02-28", DatePrecision::Month),
        ("2024-02", "2024-02-01", "2024-02-29", DatePrecision::Month),
        ("2023-12", "2023-12-01", "2023-12-31", DatePrecision::Month),
        ("2024-02-29", "2024-02-29", "2024-02-29", DatePrecision::Day),
        ("2024-21", "2024-03-01", "2024-05-31", DatePrecision::Season),
        ("2024-22", "2024-06-01", "2024-08-31", DatePrecision::Season),
        ("2024-23", "2024-09-01", "2024-11-30", DatePrecision::Season),
        ("2023-24", "2023-12-01", "2024-02-29", DatePrecision::Season),
        ("2016~", "2016-01-01", "2016-12-31", DatePrecision::Year),
        ("2024-21~", "2024-03-01", "2024-05-31", DatePrecision::Season),
        (" 2023-04 ", "2023-04-01", "2023-04-30", DatePrecision::Month),
    ] {
        let date = PartialDate::parse(written).unwrap();
        assert_eq!(
            (date.earliest.0.to_string().as_str(), date.latest.0.to_string().as_str()),
            (earliest, latest),
            "{written}"
        );
        assert_eq!((date.precision, date.edtf.as_str()), (precision, written.trim()));
        assert_eq!(date.is_approximate(), written.contains('~'));
    }
}

#[test]
fn a_date_that_does_not_exist_is_refused() {
    for written in [
        "",
        "~",
        "23",
        "0203",
        "20233",
        "2023-",
        "2023-0",
        "2023-00",
        "2023-13",
        "2023-20",
        "2023-25",
        "2023-4",
        "2023-02-29",
        "2023-04-31",
        "2023-21-01",
        "2023-04-1",
        "-2023",
        "+2023",
        "2023~~",
        "~2023",
        "2023?",
        "2023/2024",
        "2023-04-17-01",
        "17.04.2023",
        "２０２３",
        "2023-é",
    ] {
        assert!(PartialDate::parse(written).is_err(), "{written}");
    }
}

#[test]
fn every_day_of_a_decade_is_itself_and_lies_in_its_month_season_and_year() {
    let mut day = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    while day.year() <= 2030 {
        let date = PartialDate::parse(&day.to_string()).unwrap();
        assert_eq!(date, PartialDate::day(day));
        assert_eq!((date.earliest.0, date.latest.0), (day, day));
        let (year, month) = (day.year(), day.month());
        // January and February belong to the winter named after the year before.
        let season = match month {
            1 | 2 => format!("{}-24", year - 1),
            _ => format!("{year}-{}", 20 + month / 3),
        };
        for wider in [format!("{year}"), format!("{year}-{month:02}"), season] {
            let wider = PartialDate::parse(&wider).unwrap();
            assert!(
                wider.earliest.0 <= day && day <= wider.latest.0,
                "{day} in {}",
                wider.edtf
            );
        }
        day = day + Days::new(1);
    }
}

#[test]
fn months_and_seasons_follow_each_other_without_gap() {
    let months = (2019..2032).flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}")));
    let seasons = (2019..2032).flat_map(|year| (21..=24).map(move |season| format!("{year}-{season}")));
    for spans in [months.collect::<Vec<_>>(), seasons.collect()] {
        let spans: Vec<_> = spans
            .iter()
            .map(|written| PartialDate::parse(written).unwrap())
            .collect();
        for pair in spans.windows(2) {
            assert_eq!(
                pair[0].latest.0 + Days::new(1),
                pair[1].earliest.0,
                "{} {}",
                pair[0].edtf,
                pair[1].edtf
            );
        }
    }
}
