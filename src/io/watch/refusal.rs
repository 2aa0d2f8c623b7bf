//! Why changes are not seen at once, in one plain sentence.

use notify::ErrorKind;
use rustix::io::Errno;

/// The system refuses.
pub(super) fn of_system(error: &notify::Error) -> String {
    let too_many = Errno::MFILE.raw_os_error();
    match &error.kind {
        ErrorKind::MaxFilesWatch => {
            limit("too many folders are watched", "max_user_watches=524288")
        }
        ErrorKind::Io(io) if io.raw_os_error() == Some(too_many) => {
            limit("too many programs watch folders", "max_user_instances=1024")
        }
        ErrorKind::Io(io) => {
            let words = io.to_string();
            let words = words.split(" (os error").next().unwrap_or_default();
            format!(
                "Storywall looks for changes once a second, because the system cannot report them \
                 ({words})"
            )
        }
        _ => "Storywall looks for changes once a second, because the system cannot report them"
            .into(),
    }
}

/// A network share tells only what this computer itself changes.
pub(super) fn of_share(kind: &str) -> String {
    format!(
        "Storywall looks for changes once a second, because this kind of drive ({kind}) does not \
         report what others change on it"
    )
}

fn limit(why: &str, setting: &str) -> String {
    format!(
        "Storywall looks for changes once a second, because {why} on this computer; this helps: \
         sudo sysctl fs.inotify.{setting}"
    )
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_limit_is_reported_with_the_setting_that_raises_it() {
        let watches = notify::Error::new(ErrorKind::MaxFilesWatch);
        assert!(of_system(&watches).ends_with("sudo sysctl fs.inotify.max_user_watches=524288"));
        let error = io::Error::from_raw_os_error(Errno::MFILE.raw_os_error());
        let instances = of_system(&notify::Error::io(error));
        assert!(instances.ends_with("sudo sysctl fs.inotify.max_user_instances=1024"));
        let error = io::Error::from_raw_os_error(Errno::NOSYS.raw_os_error());
        let none = of_system(&notify::Error::io(error));
        assert!(none.ends_with("cannot report them (Function not implemented)"), "{none}");
    }
}
