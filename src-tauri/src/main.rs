//! The window of «Опора».
fn main() {}
