//! What photos cost, beside the least that any program must do with the same libraries:
//! `cargo bench --bench photos`, or `-- 16` for so many photos. Milliseconds differ from machine to
//! machine; the ratios count.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures what the disk and the clock say, and tells it"
)]

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow, ensure};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder};
use mimalloc::MiMalloc;
use rayon::prelude::*;
use storywall::base::{Rendition, RenditionFormat, SourcePath};
use storywall::io::{Cache, Darkroom, Key, ProjectFiles};
use storywall::picture;
use storywall::workspace::Photo;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Twelve megapixels, as phones take them.
const SIDES: (u32, u32) = (4000, 3000);
const WIDTHS: [u32; 3] = [1600, 800, 400];
const ROUNDS: usize = 5;

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--child", part, project] => child(part, Path::new(project)),
        [] => measure(8),
        [count] => measure(count.parse().context("give a number of photos")?),
        _ => Err(anyhow!("give a number of photos")),
    }
}

fn measure(count: usize) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let project = folder.path();
    fs::create_dir(project.join("content"))?;
    (0..count).into_par_iter().try_for_each(|at| fs::write(path(project, at), photo(at)?))?;
    let bytes = fs::metadata(path(project, 0))?.len();
    println!(
        "{count} photos of {} × {} pixels, {:.1} MB each, into WebP of {WIDTHS:?}",
        SIDES.0,
        SIDES.1,
        bytes as f64 / 1e6
    );
    let parts = ["floor", "photos", "with a fallback", "kept"];
    let mut times: [Vec<Duration>; 4] = Default::default();
    let mut peaks = [0; 4];
    // Turn by turn, so that what else the machine does is shared out.
    for _ in 0..ROUNDS {
        for (at, part) in parts.into_iter().enumerate() {
            if part != "kept" {
                let _ = fs::remove_dir_all(project.join("kept"));
            }
            let (time, memory) = run(part, project)?;
            times[at].push(time);
            peaks[at] = peaks[at].max(memory);
        }
    }
    let medians = times.map(|mut times| {
        times.sort();
        times[ROUNDS / 2].as_secs_f64()
    });
    for ((part, median), peak) in parts.into_iter().zip(medians).zip(peaks) {
        println!(
            "{part:>16}: {:6.0} ms, {:6.1} ms a photo, {:.2} × the floor, peak {peak} MB",
            median * 1e3,
            median * 1e3 / count as f64,
            median / medians[0],
        );
    }
    Ok(())
}

/// A part in a process of its own: its time without starting, and its peak of memory in megabytes.
fn run(part: &str, project: &Path) -> anyhow::Result<(Duration, u64)> {
    let child =
        Command::new(std::env::current_exe()?).args(["--child", part]).arg(project).output()?;
    ensure!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    let said = String::from_utf8(child.stdout)?;
    let mut numbers = said.split_whitespace().map(str::parse::<u64>);
    let mut next = || Ok::<u64, anyhow::Error>(numbers.next().context("a number")??);
    Ok((Duration::from_micros(next()?), next()?))
}

fn child(part: &str, project: &Path) -> anyhow::Result<()> {
    let count = fs::read_dir(project.join("content"))?.count();
    let begun = Instant::now();
    match part {
        "floor" => floor(project, count)?,
        "photos" => ours(project, count, false)?,
        _ => ours(project, count, true)?,
    }
    println!("{} {}", begun.elapsed().as_micros(), peak()?);
    Ok(())
}

/// Decode, resize step by step, encode, write: on all cores.
fn floor(project: &Path, count: usize) -> anyhow::Result<()> {
    let kept = project.join("kept");
    fs::create_dir_all(&kept)?;
    (0..count).into_par_iter().try_for_each(|at| {
        let bytes = fs::read(path(project, at))?;
        let decoded = DynamicImage::from_decoder(JpegDecoder::new(Cursor::new(&bytes))?)?;
        let (mut sides, mut pixels) = (SIDES, decoded.into_rgb8().into_raw());
        for width in WIDTHS {
            let next = (width, width * SIDES.1 / SIDES.0);
            let from = ImageRef::new(sides.0, sides.1, &pixels, PixelType::U8x3)?;
            let mut to = Image::new(next.0, next.1, PixelType::U8x3);
            Resizer::new().resize(&from, &mut to, &ResizeOptions::new())?;
            (sides, pixels) = (next, to.into_vec());
            let webp = webp::Encoder::from_rgb(&pixels, sides.0, sides.1).encode(78.0);
            fs::write(kept.join(format!("{at}-{width}")), &*webp)?;
        }
        Ok(())
    })
}

fn ours(project: &Path, count: usize, with_fallback: bool) -> anyhow::Result<()> {
    let files = ProjectFiles::open(project)?;
    let darkroom = Darkroom::new(&files, Cache::new(project.join("kept"), &Key::new()?));
    let photo = |at: usize| {
        let bytes = fs::read(path(project, at))?;
        let picture = picture::header(&bytes).map_err(|fault| anyhow!(fault))?;
        let path = SourcePath::new(&format!("content/{at}.jpg")).context("a path")?;
        let rendition = |format, width| {
            let height = width * picture.height / picture.width;
            Rendition { format, width, height }
        };
        let mut renditions = WIDTHS.map(|width| rendition(RenditionFormat::Webp, width)).to_vec();
        if with_fallback {
            renditions.push(rendition(RenditionFormat::Jpeg, 800));
        }
        Ok(Photo { path, picture, renditions })
    };
    let photos = (0..count).into_par_iter().map(photo).collect::<anyhow::Result<Vec<_>>>()?;
    let developed = darkroom.develop(&photos, &|_| true);
    ensure!(developed.iter().all(|photo| photo.seen.is_ok()), "every photo can be shown");
    Ok(())
}

fn path(project: &Path, at: usize) -> PathBuf {
    project.join(format!("content/{at}.jpg"))
}

/// Something with the statistics of a photo: soft areas, edges, texture, and noise of a sensor.
fn photo(seed: usize) -> std::io::Result<Vec<u8>> {
    let (width, height) = SIDES;
    let mut state = 0x9E37_79B9_7F4A_7C15_u64 ^ (seed as u64) << 17;
    let mut noise = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 40) as f32 / 16_777_216.0 - 0.5
    };
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            let (u, v) = (x as f32 / width as f32, y as f32 / height as f32);
            let hills = 0.55 + 0.08 * (u * 9.0 + seed as f32).sin() + 0.03 * (u * 41.0).sin();
            let is_land = v > hills;
            let texture = if is_land { (u * 900.0).sin() * (v * 700.0).cos() * 22.0 } else { 0.0 };
            let light = if is_land { 90.0 - 40.0 * (v - hills) } else { 150.0 + 70.0 * v };
            let grain = noise() * 9.0;
            let tint = if is_land { [0.9, 1.05, 0.6] } else { [0.85, 0.97, 1.15] };
            pixels
                .extend(tint.map(|tint| (light * tint + texture + grain).clamp(0.0, 255.0) as u8));
        }
    }
    let mut bytes = vec![];
    JpegEncoder::new_with_quality(&mut bytes, 92)
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .map_err(std::io::Error::other)?;
    Ok(bytes)
}

/// The most memory that this process has held, in megabytes.
fn peak() -> anyhow::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).context("a peak")?;
    let kilobytes: u64 = line.split_whitespace().nth(1).context("a number")?.parse()?;
    Ok(kilobytes / 1000)
}
