//! The real window under a real display, walked by words.

#![allow(clippy::unwrap_used)] // helpers of tests fail as tests do

mod archive;
mod composer;
mod driver;
mod first_run;
mod founding;
mod journey;
mod keyboard;
mod openssl;
mod own_programme;
mod papers;
mod signing;
mod strangers;
#[allow(dead_code, reason = "words of the harness that the journeys speak")]
mod window;
