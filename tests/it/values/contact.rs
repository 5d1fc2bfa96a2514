//! Ways to reach somebody.

use verbund_domain::values::{EmailAddress, PhoneNumber, Url};

#[test]
fn a_telephone_number_may_be_typed_in_any_way() {
    for (typed, dialled) in [
        ("030/23125-075", "+493023125075"),
        ("0 30 / 231 25-0 75", "+493023125075"),
        ("(030) 23125 075", "+493023125075"),
        ("030.23125.075", "+493023125075"),
        ("+49 (0)30 23125-075", "+493023125075"),
        ("+49 30 23125–075", "+493023125075"),
        ("+49(0) 30 23125075", "+493023125075"),
        ("+49 030 23125075", "+493023125075"),
        ("0049 30 23125075", "+493023125075"),
        ("0049 (0) 30 23125075", "+493023125075"),
        ("  0221 4710 123 ", "+492214710123"),
        ("+31 20 1234567", "+31201234567"),
        ("+39 06 698 12345", "+390669812345"),
    ] {
        let number = PhoneNumber::parse(typed).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((number.as_str(), number.display()), (dialled, typed.trim()));
        assert_eq!(
            PhoneNumber::parse(dialled).unwrap().as_str(),
            dialled,
            "what is stored can be entered again"
        );
    }
}

#[test]
fn what_nobody_can_dial_is_no_telephone_number() {
    for typed in [
        "",
        "+",
        "0",
        "00",
        "110",
        "23125-075",
        "030",
        "0302",
        "+49",
        "+0 30 23125",
        "000 49 30 23125",
        "030/23125 App. 75",
        "030 + 23125",
        "++49 30 23125",
        "030 23125 075 075 075",
        "٠٣٠٢٣١٢٥",
    ] {
        assert!(PhoneNumber::parse(typed).is_err(), "{typed}");
    }
    assert!(PhoneNumber::parse(&format!("030{}23125", " ".repeat(100))).is_err());
}

#[test]
fn two_spellings_of_one_mail_address_are_the_same() {
    let (one, other) = (
        EmailAddress::parse(" Ada.Muster@Stadt.example"),
        EmailAddress::parse("ada.muster@stadt.EXAMPLE"),
    );
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(one.key(), other.key());
    assert_eq!(one.as_str(), "Ada.Muster@Stadt.example");
    let (umlaut, ascii) = (
        EmailAddress::parse("info@müller.example"),
        EmailAddress::parse("info@xn--mller-kva.example"),
    );
    assert_eq!(umlaut.unwrap().key(), ascii.unwrap().key());
}

#[test]
fn what_no_mail_reaches_is_no_mail_address() {
    for given in [
        "",
        "@",
        "ada",
        "ada@",
        "@stadt.example",
        "ada@stadt",
        "ada muster@stadt.example",
        "ada@@stadt.example",
        "Ada <ada@stadt.example>",
        "mailto:ada@stadt.example",
        ".ada@stadt.example",
        "a..b@stadt.example",
        "ada@stadt..example",
        "ada@-stadt.example",
        "ada@stadt.example.",
        "ada@192.0.2.1",
        "ada@stadt.example\nBcc: all@stadt.example",
        "ada@st%41dt.example",
    ] {
        assert!(EmailAddress::parse(given).is_err(), "{given:?}");
    }
    assert!(EmailAddress::parse(&format!("{}@stadt.example", "a".repeat(65))).is_err());
    assert!(EmailAddress::parse("o'neill+verbund_2@post.stadt-x.example").is_ok());
}

#[test]
fn a_web_address_is_completed_to_https() {
    for (given, address) in [
        ("www.stadt.example/ki", "https://www.stadt.example/ki"),
        ("WWW.Stadt.example", "https://www.stadt.example/"),
        ("http://stadt.example", "https://stadt.example/"),
        ("HTTP://stadt.example:80/a?b#c", "https://stadt.example/a?b#c"),
        (" https://stadt.example/ä ", "https://stadt.example/%C3%A4"),
    ] {
        let url = Url::parse(given).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(url.as_str(), address);
        assert_eq!(Url::parse(address).unwrap(), url);
    }
}

#[test]
fn an_address_that_is_unsafe_or_no_address_is_refused() {
    for given in [
        "",
        "stadt.example",
        "ftp://stadt.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:ada@stadt.example",
        "https://ada@stadt.example",
        "https://ada:secret@stadt.example",
        "https://:secret@stadt.example",
        "https://localhost/",
        "https://192.0.2.1/",
        "https://",
        "https://stadt.example/a b",
        "https://stadt.example/\nx",
        "www.",
        "//stadt.example",
    ] {
        assert!(Url::parse(given).is_err(), "{given}");
    }
    let long = |length: usize| {
        format!(
            "https://stadt.example/{}",
            "a".repeat(length - "https://stadt.example/".len())
        )
    };
    assert!(Url::parse(&long(2048)).is_ok());
    assert!(Url::parse(&long(2049)).is_err());
}
