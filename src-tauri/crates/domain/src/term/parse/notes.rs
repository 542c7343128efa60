//! What the reader has to be told about a reading.

/// Assumptions and remarks, in the order in which they were made.
#[derive(Default, Debug)]
pub(super) struct Notes {
    ambiguous: bool,
    lines: Vec<String>,
}

impl Notes {
    /// The text allows another reading.
    pub(super) fn assume(&mut self, line: impl Into<String>) {
        self.ambiguous = true;
        self.tell(line);
    }

    /// Worth knowing, though the reading is certain.
    pub(super) fn tell(&mut self, line: impl Into<String>) {
        let line = line.into();
        if !self.lines.contains(&line) {
            self.lines.push(line);
        }
    }

    /// Whether something was assumed, and all that was said.
    pub(super) fn finish(self) -> (bool, Option<String>) {
        (self.ambiguous, (!self.lines.is_empty()).then(|| self.lines.join(" ")))
    }
}
