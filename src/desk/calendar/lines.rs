//! Content lines of RFC 5545: escaped, without control characters, and folded.

/// The longest line in octets, without its break (RFC 5545 3.1).
const LONGEST: usize = 75;

/// A calendar as it is written, line by line.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line whose value holds nothing that must be escaped: a number, a moment, an address, a word of the standard.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.push(name, value.chars().filter(|c| !c.is_control()));
    }

    /// A line whose value is text (RFC 5545 3.3.11).
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let value = value.replace("\r\n", "\n");
        let escaped = value.chars().flat_map(|c| {
            let (first, second) = match c {
                '\\' | ';' | ',' => (Some('\\'), Some(c)),
                '\n' | '\r' => (Some('\\'), Some('n')),
                // Some readers take a tab after a fold for the fold itself.
                '\t' => (Some(' '), None),
                c if c.is_control() => (None, None),
                c => (Some(c), None),
            };
            first.into_iter().chain(second)
        });
        self.push(name, escaped);
    }

    /// The whole calendar.
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn push(&mut self, name: &str, value: impl Iterator<Item = char>) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value) {
            if octets + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expect: &str) {
        let mut lines = Lines::default();
        lines.text("X", value);
        assert_eq!(lines.finish(), expect);
    }

    #[test]
    fn what_has_a_meaning_is_escaped_and_control_characters_are_left_out() {
        check("a;b,c\\d", "X:a\\;b\\,c\\\\d\r\n");
        check("a\nb\r\nc\rd", "X:a\\nb\\nc\\nd\r\n");
        check("a\u{0}\u{7}\u{7f}\u{85}b\tc", "X:ab c\r\n");
    }

    #[test]
    fn a_line_is_folded_at_75_octets_and_never_inside_a_character() {
        check(&"a".repeat(73), &format!("X:{}\r\n", "a".repeat(73)));
        check(&"a".repeat(74), &format!("X:{}\r\n a\r\n", "a".repeat(73)));
        check(&format!("{}å", "a".repeat(72)), &format!("X:{}\r\n å\r\n", "a".repeat(72)));
    }
}
