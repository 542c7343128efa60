//! The real window under a real display, walked by words.

mod driver;
mod first_run;
mod founding;
mod journey;
mod keyboard;
mod strangers;
#[allow(dead_code, reason = "words of the harness that the journeys speak")]
mod window;
