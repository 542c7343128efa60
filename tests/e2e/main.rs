//! The real window under a real display, walked by words.

mod driver;
mod first_run;
mod window;
