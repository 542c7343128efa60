//! `opora`: the use cases without a window.
fn main() {}
