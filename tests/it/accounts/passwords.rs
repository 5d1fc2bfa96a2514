//! Passwords: whom they sign in, how they are stored, and what a guess learns.

use super::{ANNA, PASSWORD, World};
use verbund_api::auth::{self, SignIn, SignInInput};
use verbund_domain::account::{self, Cost, Passwords};
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::viewer::Language;

#[tokio::test]
async fn the_right_password_signs_in_however_the_address_is_written() {
    let world = World::new().await;
    for email in [ANNA, "anna@hagen.example", " ANNA@HAGEN.EXAMPLE "] {
        let token = world.sign_in(email, PASSWORD).await.expect(email);
        assert!(world.request(&token).await.unwrap().user.is_some());
    }
}

#[tokio::test]
async fn wrong_passwords_unknown_addresses_and_locked_accounts_answer_alike() {
    let world = World::new().await;
    let sign_in = SignIn::new(world.db.clone(), world.passwords.clone(), world.tokens.clone());
    let answer = async |email: &str, password: &str, language| {
        let input = SignInInput {
            email: email.to_owned(),
            password: password.to_owned(),
        };
        let payload = sign_in.answer(input, None, language).await.unwrap();
        assert_eq!((payload.access_token, payload.expires_at), (None, None));
        payload.user_errors
    };
    let wrong = answer(ANNA, "ein anderes Passwort", Language::German).await;
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].code, UserErrorCode::Invalid);
    assert_eq!(wrong[0].path, ["input"]);
    assert!(wrong[0].message.contains("Passwort"));
    assert_eq!(answer("nobody@hagen.example", PASSWORD, Language::German).await, wrong);
    assert_eq!(answer("", "", Language::German).await, wrong);
    assert_eq!(answer(ANNA, &"a".repeat(100_000), Language::German).await, wrong);
    account::lock_user(&world.db, ANNA, world.clock.now()).await.unwrap();
    assert_eq!(answer(ANNA, PASSWORD, Language::German).await, wrong);
    assert!(
        answer(ANNA, PASSWORD, Language::English).await[0]
            .message
            .contains("password")
    );
}

#[tokio::test]
async fn whoever_knows_the_password_signs_in_as_often_as_need_be() {
    let world = World::new().await;
    let sign_in = SignIn::new(world.db.clone(), world.passwords.clone(), world.tokens.clone());
    let house = Some("192.0.2.1".parse().unwrap());
    for _ in 0..50 {
        assert!(sign_in.sign_in(ANNA, PASSWORD, house).await.unwrap().is_some());
    }
    for _ in 0..5 {
        assert!(sign_in.sign_in(ANNA, "a guess", house).await.unwrap().is_none());
    }
    assert!(matches!(
        sign_in.sign_in(ANNA, PASSWORD, house).await,
        Err(Error::RateLimited { .. })
    ));
    let elsewhere = Some("192.0.2.2".parse().unwrap());
    assert!(sign_in.sign_in(ANNA, PASSWORD, elsewhere).await.unwrap().is_some());
}

#[tokio::test]
async fn a_password_is_stored_as_argon2id_with_its_own_salt() {
    let passwords = Passwords::new(Cost::OWASP).unwrap();
    let (first, second) = (
        passwords.hash(PASSWORD).await.unwrap(),
        passwords.hash(PASSWORD).await.unwrap(),
    );
    assert!(first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{first}");
    assert_ne!(first, second);
    assert!(passwords.fits(Some(&first), PASSWORD).await.unwrap());
    assert!(!passwords.fits(Some(&first), "ein langes passwort").await.unwrap());
    assert!(!passwords.fits(Some("not a hash"), PASSWORD).await.unwrap());
    assert!(!passwords.fits(None, PASSWORD).await.unwrap());
}

#[tokio::test]
async fn whoever_comes_when_too_many_passwords_wait_is_told_to_come_back() {
    let passwords = Passwords::new(Cost::OWASP).unwrap();
    let tries: Vec<_> = (0..100)
        .map(|_| {
            let passwords = passwords.clone();
            tokio::spawn(async move { passwords.fits(None, PASSWORD).await })
        })
        .collect();
    let mut refused = 0;
    for attempt in tries {
        match attempt.await.unwrap() {
            Ok(fits) => assert!(!fits),
            Err(Error::RateLimited { retry_after_seconds }) => {
                assert_eq!(retry_after_seconds, 1);
                refused += 1;
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert!((1..100).contains(&refused), "{refused} of 100");
}

#[tokio::test]
async fn a_password_that_was_reset_ends_the_tokens_of_the_old_one_and_leaves_a_locked_account_locked() {
    let world = World::new().await;
    let sign_in = SignIn::new(world.db.clone(), world.passwords.clone(), world.tokens.clone());
    let now = world.clock.now();
    let old = sign_in.sign_in(ANNA, PASSWORD, None).await.unwrap().unwrap().token;
    let new = "ein ganz neues Passwort";
    account::reset_password(&world.db, &world.passwords, (ANNA, new), now)
        .await
        .unwrap();

    assert!(sign_in.sign_in(ANNA, PASSWORD, None).await.unwrap().is_none());
    let known = async |token: &str| auth::viewer(&world.db, &world.tokens, Some(token), Language::English).await;
    assert!(matches!(known(&old).await, Err(Error::Unauthenticated)));
    let token = sign_in.sign_in(ANNA, new, None).await.unwrap().unwrap().token;
    assert!(known(&token).await.is_ok());

    account::lock_user(&world.db, ANNA, now).await.unwrap();
    account::reset_password(&world.db, &world.passwords, (ANNA, PASSWORD), now)
        .await
        .unwrap();
    assert!(sign_in.sign_in(ANNA, PASSWORD, None).await.unwrap().is_none());
    account::unlock_user(&world.db, ANNA, now).await.unwrap();
    assert!(sign_in.sign_in(ANNA, PASSWORD, None).await.unwrap().is_some());
    assert!(matches!(known(&token).await, Err(Error::Unauthenticated)));
}
