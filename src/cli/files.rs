//! Files that come along with a reply.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::domain::Attachment;

/// So many names are tried before giving up.
const NAMES: usize = 100;

/// Saves a file in the working folder, and says under which name.
///
/// # Errors
/// When it cannot be written.
pub(super) fn save(file: &Attachment) -> io::Result<String> {
    save_in(Path::new(""), file)
}

/// Saves a file in a folder. One that is there is never overwritten: the new one is called `name-2.ics`, `name-3.ics`, …
fn save_in(folder: &Path, file: &Attachment) -> io::Result<String> {
    // The names are our own, yet nothing that a reply holds may lead out of the folder.
    if file.name.is_empty() || file.name.starts_with('.') || file.name.contains(['/', '\\']) {
        return Err(ErrorKind::InvalidInput.into());
    }
    let (stem, ending) = file.name.rsplit_once('.').unwrap_or((&file.name, ""));
    let dot = if ending.is_empty() { "" } else { "." };
    let numbered = (2..=NAMES).map(|number| format!("{stem}-{number}{dot}{ending}"));
    for name in std::iter::once(file.name.clone()).chain(numbered) {
        match OpenOptions::new().write(true).create_new(true).open(folder.join(&name)) {
            Ok(mut made) => {
                made.write_all(file.text.as_bytes())?;
                return Ok(name);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let save = |text: &str| {
            save_in(folder.path(), &Attachment { name: "kaffe.ics".into(), text: text.into() }).unwrap()
        };
        assert_eq!([save("a"), save("b"), save("c")], ["kaffe.ics", "kaffe-2.ics", "kaffe-3.ics"]);
        assert_eq!(std::fs::read_to_string(folder.path().join("kaffe.ics")).unwrap(), "a");
        for name in ["", ".profile", "../kaffe.ics", "a/b"] {
            let file = Attachment { name: name.into(), text: String::new() };
            assert!(save_in(folder.path(), &file).is_err(), "{name}");
        }
    }
}
