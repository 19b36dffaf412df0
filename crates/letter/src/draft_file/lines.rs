//! Offsets of a text in, line numbers out, for as many offsets as a draft has fields.

/// Where each line of a text starts.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    /// Finds the lines of a text.
    pub(super) fn of(text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(offset, _)| offset + 1);
        Self(std::iter::once(0).chain(starts).collect())
    }

    /// The line that holds this offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }

    /// The last line with something on it; a final line break does not open a line of its own.
    pub(super) fn last(&self, text: &str) -> usize {
        self.line(text.trim_end_matches('\n').len().max(1) - 1)
    }
}
