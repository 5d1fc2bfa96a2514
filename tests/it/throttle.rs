//! How often somebody may try to sign in.

use chrono::TimeDelta;
use std::net::IpAddr;
use verbund_api::auth::{Attempt, Throttle};
use verbund_domain::error::Error;
use verbund_tests::TestClock;

fn address(text: &str) -> Option<IpAddr> {
    Some(text.parse().unwrap())
}

fn wait(result: Result<Attempt, Error>) -> u64 {
    match result {
        Err(Error::RateLimited { retry_after_seconds }) => retry_after_seconds,
        other => panic!("not throttled: {:?}", other.err()),
    }
}

#[test]
fn an_account_may_be_tried_five_times_and_then_once_in_thirty_seconds() {
    let clock = TestClock::new();
    let throttle = Throttle::new(clock.clock());
    for _ in 0..5 {
        throttle.try_once("anna@hagen.example", None).unwrap();
    }
    assert_eq!(wait(throttle.try_once("anna@hagen.example", None)), 30);
    assert_eq!(
        wait(throttle.try_once(" ANNA@Hagen.example ", None)),
        30,
        "the same account"
    );
    throttle.try_once("bernd@hagen.example", None).unwrap();
    clock.turn(TimeDelta::seconds(29));
    assert_eq!(wait(throttle.try_once("anna@hagen.example", None)), 1);
    clock.turn(TimeDelta::seconds(1));
    throttle.try_once("anna@hagen.example", None).unwrap();
    assert_eq!(wait(throttle.try_once("anna@hagen.example", None)), 30);
}

#[test]
fn whoever_guesses_locks_out_themselves_and_nobody_else() {
    let throttle = Throttle::new(TestClock::new().clock());
    let (thief, anna) = (address("192.0.2.1"), address("192.0.2.2"));
    for _ in 0..5 {
        throttle.try_once("anna@hagen.example", thief).unwrap();
    }
    assert_eq!(wait(throttle.try_once("anna@hagen.example", thief)), 30);
    throttle.try_once("anna@hagen.example", anna).unwrap();
}

#[test]
fn guesses_from_many_addresses_come_to_a_hundred_and_then_to_one_in_ten_seconds() {
    let clock = TestClock::new();
    let throttle = Throttle::new(clock.clock());
    let from = |index: u32| address(&format!("192.0.2.{index}"));
    for index in 0..100 {
        throttle.try_once("anna@hagen.example", from(index)).unwrap();
    }
    assert_eq!(wait(throttle.try_once("anna@hagen.example", from(100))), 10);
    throttle.try_once("bernd@hagen.example", from(100)).unwrap();
    clock.turn(TimeDelta::seconds(10));
    throttle.try_once("anna@hagen.example", from(101)).unwrap();
    assert_eq!(wait(throttle.try_once("anna@hagen.example", from(102))), 10);
}

#[test]
fn the_right_password_does_not_count() {
    let throttle = Throttle::new(TestClock::new().clock());
    for _ in 0..200 {
        let attempt = throttle.try_once("anna@hagen.example", address("192.0.2.1")).unwrap();
        throttle.give_back(attempt);
    }
    for _ in 0..5 {
        throttle.try_once("anna@hagen.example", address("192.0.2.1")).unwrap();
    }
    wait(throttle.try_once("anna@hagen.example", address("192.0.2.1")));
}

#[test]
fn a_try_that_is_refused_takes_none_from_the_neighbours() {
    let throttle = Throttle::new(TestClock::new().clock());
    for _ in 0..100 {
        drop(throttle.try_once("anna@hagen.example", address("192.0.2.1")));
    }
    for index in 0..15 {
        throttle
            .try_once(&format!("{index}@hagen.example"), address("192.0.2.1"))
            .unwrap();
    }
}

#[test]
fn an_address_may_try_twenty_accounts_and_then_one_in_three_seconds() {
    let clock = TestClock::new();
    let throttle = Throttle::new(clock.clock());
    for index in 0..20 {
        throttle
            .try_once(&format!("{index}@hagen.example"), address("192.0.2.1"))
            .unwrap();
    }
    assert_eq!(wait(throttle.try_once("anna@hagen.example", address("192.0.2.1"))), 3);
    throttle.try_once("anna@hagen.example", address("192.0.2.2")).unwrap();
    clock.turn(TimeDelta::seconds(3));
    throttle.try_once("anna@hagen.example", address("192.0.2.1")).unwrap();
}

#[test]
fn a_home_network_counts_as_one_address() {
    let throttle = Throttle::new(TestClock::new().clock());
    for index in 0..20 {
        let from = address(&format!("2001:db8:0:12{index:02}::{index}"));
        throttle.try_once(&format!("{index}@hagen.example"), from).unwrap();
    }
    wait(throttle.try_once("anna@hagen.example", address("2001:db8:0:12ff::1")));
    throttle
        .try_once("anna@hagen.example", address("2001:db8:1:12ff::1"))
        .unwrap();
}

#[test]
fn an_old_address_in_new_clothes_is_the_same_address() {
    let throttle = Throttle::new(TestClock::new().clock());
    for index in 0..20 {
        throttle
            .try_once(&format!("{index}@hagen.example"), address("192.0.2.1"))
            .unwrap();
    }
    wait(throttle.try_once("anna@hagen.example", address("::ffff:192.0.2.1")));
}

#[test]
fn whoever_tries_a_hundred_thousand_accounts_does_not_fill_the_memory() {
    let clock = TestClock::new();
    let throttle = Throttle::new(clock.clock());
    throttle.try_once("bernd@hagen.example", None).unwrap();
    let mut refused = 0;
    for index in 0..101_000 {
        refused += u32::from(throttle.try_once(&format!("{index}@hagen.example"), None).is_err());
    }
    assert!(refused > 0);
    wait(throttle.try_once("anna@hagen.example", None));
    throttle.try_once("bernd@hagen.example", None).unwrap(); // who was there before may go on
    clock.turn(TimeDelta::minutes(10));
    throttle.try_once("anna@hagen.example", None).unwrap();
}
