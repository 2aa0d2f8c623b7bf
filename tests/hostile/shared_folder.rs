//! A folder that others can write to as well. These attacks need a second user, so only root runs
//! them all.
#![expect(clippy::print_stderr, reason = "who skips a test says so")]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

use super::program::{NOBODY, Site, is_root};

/// A site whose output lies where everybody may write.
fn shared() -> Option<(Site, String)> {
    if !is_root() {
        eprintln!("skipped: only root can be two users");
        return None;
    }
    let site = Site::new();
    let folder = site.above().join("share");
    fs::create_dir(&folder).expect("a folder");
    for open in [site.above(), folder.clone()] {
        fs::set_permissions(&open, fs::Permissions::from_mode(0o777)).expect("a mode");
    }
    let out = folder.join("public").to_string_lossy().into_owned();
    Some((site, out))
}

fn give_away(path: &std::path::Path) {
    for entry in walkdir::WalkDir::new(path) {
        let path = entry.expect("a file").into_path();
        std::os::unix::fs::lchown(path, Some(NOBODY), Some(NOBODY)).expect("root gives away");
    }
}

#[test]
fn a_workshop_of_somebody_else_is_refused() {
    let Some((site, out)) = shared() else { return };
    let workshop = site.above().join("share/.public.storywall");
    fs::create_dir_all(workshop.join("spare")).expect("a folder");
    fs::write(workshop.join("spare/evil.html"), "evil").expect("a file");
    give_away(&workshop);
    let ended = site.run(&["build", "--out", &out]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains("another user"), "{}", ended.said);
    assert!(!site.above().join("share/public").exists());
}

#[test]
fn a_cache_of_somebody_else_is_refused() {
    let Some((site, _)) = shared() else { return };
    let cache = site.above().join("share/kept");
    fs::create_dir(&cache).expect("a folder");
    chown(&cache, Some(NOBODY), Some(NOBODY)).expect("root gives away");
    let ended = site.run(&["build", "--cache", "../share/kept"]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains("another user"), "{}", ended.said);
}

/// Somebody made a whole site of their own there before us, and it looks like one of ours.
#[test]
fn a_site_of_somebody_else_is_not_carried_on() {
    let Some((site, out)) = shared() else { return };
    for folder in ["state-of-nobody", "tmp"] {
        let folder = site.above().join(folder);
        fs::create_dir_all(&folder).expect("a folder");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).expect("a mode");
    }
    let ended = site.run_as(Some(NOBODY), "state-of-nobody", &["build", "--out", &out]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    fs::write(site.above().join("share/public/evil.html"), "evil").expect("a file");
    let other = site.above().join("share/.public.storywall");
    fs::remove_dir_all(&other).expect("a folder");
    let ended = site.run(&["build", "--out", &out]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(ended.said.contains("made again") && ended.said.contains("evil.html"), "{ended:?}");
    assert!(!site.above().join("share/public/evil.html").exists());
    // What is not ours was not deleted either.
    assert_eq!(
        fs::read_to_string(other.join("set-aside-1/evil.html")).expect("was set aside"),
        "evil"
    );
}

/// Without rights over all files, the same holds.
#[test]
fn whoever_may_not_do_everything_is_as_safe() {
    let Some((site, out)) = shared() else { return };
    for folder in ["state-of-nobody", "tmp"] {
        let folder = site.above().join(folder);
        fs::create_dir_all(&folder).expect("a folder");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).expect("a mode");
    }
    let run = |arguments: &[&str]| site.run_as(Some(NOBODY), "state-of-nobody", arguments);
    let workshop = site.above().join("share/.public.storywall");
    // Root's own folder: it cannot be used, and that is said.
    fs::create_dir(&workshop).expect("a folder");
    let ended = run(&["build", "--out", &out]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains(".public.storywall"), "{}", ended.said);
    fs::remove_dir(&workshop).expect("a folder");
    for text in ["One.", "Two.", "Three."] {
        site.story("one", "anna", text);
        let ended = run(&["build", "--out", &out]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
    }
    assert_eq!(fs::metadata(&workshop).expect("is there").permissions().mode() & 0o777, 0o700);
}

/// Who made the folder first would own the site, or decide who may change it.
#[test]
fn a_folder_that_somebody_else_made_does_not_become_the_site() {
    for mode in [0o755, 0o777, 0o2775] {
        for manifest in [None, Some("storywall manifest 2\nend\n")] {
            let Some((site, out)) = shared() else { return };
            let share = site.above().join("share");
            let public = share.join("public");
            fs::create_dir(&public).expect("a folder");
            if let Some(manifest) = manifest {
                fs::write(public.join(".storywall-manifest"), manifest).expect("a file");
            }
            fs::set_permissions(&public, fs::Permissions::from_mode(mode)).expect("a mode");
            give_away(&public);
            // Who holds the folder goes on holding it, wherever it is moved.
            let held = fs::File::open(&public).expect("a folder");
            for text in ["One.", "Two.", "Three."] {
                site.story("one", "anna", text);
                let ended = site.run(&["build", "--out", &out]);
                assert_eq!(ended.code, Some(0), "{}", ended.said);
                let found = fs::metadata(&public).expect("the site");
                assert_eq!((found.uid(), found.mode() & 0o7022), (0, 0), "{mode:o}");
                assert_ne!(found.ino(), held.metadata().expect("a folder").ino());
            }
        }
    }
}

#[test]
fn what_somebody_put_into_an_open_workshop_does_not_become_the_site() {
    let Some((site, out)) = shared() else { return };
    let share = site.above().join("share");
    let workshop = share.join(".public.storywall");
    fs::create_dir_all(workshop.join("spare")).expect("a folder");
    fs::write(workshop.join("lock"), "").expect("a file");
    fs::write(workshop.join("spare/evil.html"), "evil").expect("a file");
    give_away(&workshop.join("spare"));
    for text in ["One.", "Two."] {
        site.story("one", "anna", text);
        let ended = site.run(&["build", "--out", &out]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        assert_eq!(fs::metadata(share.join("public")).expect("the site").uid(), 0);
    }
    assert!(!share.join("public/evil.html").exists());
}

/// A folder of root's own, moved to where the workshop is expected.
#[test]
fn another_folder_of_ours_is_no_workshop() {
    let Some((site, out)) = shared() else { return };
    let workshop = site.above().join("share/.public.storywall");
    fs::create_dir_all(workshop.join("spare/letters")).expect("a folder");
    fs::write(workshop.join("spare/letters/will.txt"), "precious").expect("a file");
    let ended = site.run(&["build", "--out", &out]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.contains("move that elsewhere"), "{}", ended.said);
    assert!(workshop.join("spare/letters/will.txt").exists());
}

/// What is going to be published, and what never was, is not read by who held a folder of the site.
#[test]
fn who_holds_a_folder_reads_nothing_in_the_workshop() {
    let Some((site, out)) = shared() else { return };
    let public = site.above().join("share/public");
    let run = || {
        let ended = site.run(&["build", "--out", &out]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
    };
    run();
    let reader = "import os,sys,time\n\
                  held=[os.open(p,os.O_RDONLY) for p in sys.argv[1:]]\n\
                  os.setgid(65534); os.setuid(65534)\n\
                  print('held',flush=True); sys.stdin.readline()\n\
                  for fd in held:\n\
                  \x20 try: print(os.stat('index.html',dir_fd=fd).st_size, flush=True)\n\
                  \x20 except OSError as e: print(e.strerror, flush=True)\n";
    let mut child = std::process::Command::new("python3")
        .args(["-c", reader])
        .args([public.clone(), public.join("stories")])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("python3");
    let mut said = std::io::BufReader::new(child.stdout.take().expect("its words"));
    let mut line = String::new();
    std::io::BufRead::read_line(&mut said, &mut line).expect("it holds them");
    site.story("two", "bo", "Another one.");
    run();
    std::io::Write::write_all(&mut child.stdin.take().expect("its ear"), b"now\n").expect("heard");
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut said, &mut rest).expect("its words");
    let _ = child.wait();
    assert_eq!(rest.matches("Permission denied").count(), 2, "{rest}");
}

/// A disk that is mounted in place of the site's folder, and taken away at the end.
struct Mounted(std::path::PathBuf);

impl Mounted {
    fn at(path: &std::path::Path) -> Option<Mounted> {
        let mut mount = std::process::Command::new("mount");
        let done = mount.args(["-t", "tmpfs", "tmpfs"]).arg(path).status();
        done.is_ok_and(|it| it.success()).then(|| Mounted(path.to_owned()))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// Where the folder cannot be exchanged, nothing piles up, and nothing that was taken back is left.
#[test]
fn a_site_on_a_disk_of_its_own_goes_on() {
    let canary = "c4n4ry";
    let Some((site, out)) = shared() else { return };
    let public = site.above().join("share/public");
    fs::create_dir(&public).expect("a folder");
    let Some(_mounted) = Mounted::at(&public) else {
        eprintln!("skipped: nothing can be mounted here");
        return;
    };
    let run = || {
        let ended = site.run(&["build", "--out", &out]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
    };
    run();
    fs::write(public.join("CNAME"), "stories.example").expect("a file");
    for round in 0..5 {
        site.story(&format!("{canary}-{round}"), "bo", "Another one.");
        run();
        assert!(public.join("CNAME").exists());
    }
    for round in 0..5 {
        fs::remove_file(site.at(&format!("content/stories/{canary}-{round}.md"))).expect("a file");
    }
    run();
    let kept = site.kept_with(canary);
    assert!(kept.is_empty(), "{kept:?}");
    let workshop = fs::read_dir(site.above().join("share/.public.storywall")).expect("a folder");
    let mut names: Vec<String> = workshop
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with("record-"))
        .collect();
    names.sort();
    assert_eq!(names, ["lock", "spare"]);

    // Killed in the middle, it is mended by the next.
    for round in 0..12 {
        site.story(canary, "bo", &format!("Round {round}."));
        let mut child = site.build_command().args(["--out", &out]).spawn().expect("a process");
        std::thread::sleep(std::time::Duration::from_millis(20 + round * 12));
        let _ = child.kill();
        let _ = child.wait();
    }
    fs::remove_file(site.at(&format!("content/stories/{canary}.md"))).expect("a file");
    run();
    let kept = site.kept_with(canary);
    assert!(kept.is_empty(), "{kept:?}");
}
