//! GIF: blocks of frames and extensions. Kept are the frames, their timing, and how often an
//! animation runs; comments, plain texts and what programs noted for themselves are not.

use super::reader::Reader;
use super::{DAMAGED, Walked};

const EXTENSION: u8 = 0x21;
const FRAME: u8 = 0x2C;
const END: u8 = 0x3B;
const GRAPHIC_CONTROL: u8 = 0xF9;
const PLAIN_TEXT: u8 = 0x01;
const APPLICATION: u8 = 0xFF;

pub(super) fn walk(bytes: &[u8]) -> Result<Walked, String> {
    let mut input = Reader::new(bytes);
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend(input.take(6)?);
    let screen: [u8; 7] = input.array()?;
    clean.extend(screen);
    clean.extend(colour_table(&mut input, screen[4])?);
    let mut frames = 0;
    // A graphic control speaks of the block behind it, and goes where that goes.
    let mut control = None;
    loop {
        match input.byte()? {
            END => break,
            FRAME => {
                clean.extend(control.take().unwrap_or_default());
                frame(&mut input, &mut clean)?;
                frames += 1;
            }
            EXTENSION => match input.byte()? {
                GRAPHIC_CONTROL => control = graphic_control(&mut input)?,
                APPLICATION => clean.extend(repetition(&mut input)?.unwrap_or_default()),
                label => {
                    skip_blocks(&mut input)?;
                    if label == PLAIN_TEXT {
                        control = None;
                    }
                }
            },
            // Some programs pad with zeros.
            0 => {}
            _ => return Err(DAMAGED.into()),
        }
    }
    if frames == 0 {
        return Err(DAMAGED.into());
    }
    clean.push(END);
    let width = u16::from_le_bytes([screen[0], screen[1]]).into();
    let height = u16::from_le_bytes([screen[2], screen[3]]).into();
    Ok(Walked { moves: frames > 1, ..Walked::still(width, height, clean) })
}

fn colour_table<'a>(input: &mut Reader<'a>, flags: u8) -> Result<&'a [u8], String> {
    let colours = if flags & 0x80 == 0 { 0 } else { 2 << (flags & 7) };
    input.take(3 * colours)
}

fn frame(input: &mut Reader, clean: &mut Vec<u8>) -> Result<(), String> {
    let place: [u8; 9] = input.array()?;
    clean.push(FRAME);
    clean.extend(place);
    clean.extend(colour_table(input, place[8])?);
    clean.push(input.byte()?);
    loop {
        let length = input.byte()?;
        clean.push(length);
        if length == 0 {
            return Ok(());
        }
        clean.extend(input.take(length.into())?);
    }
}

fn graphic_control(input: &mut Reader) -> Result<Option<Vec<u8>>, String> {
    let blocks = blocks(input)?;
    Ok(blocks
        .first()
        .filter(|block| block.len() == 4)
        .map(|block| [&[EXTENSION, GRAPHIC_CONTROL, 4], *block, &[0]].concat()))
}

/// The one application extension that readers see: how often an animation runs.
fn repetition(input: &mut Reader) -> Result<Option<Vec<u8>>, String> {
    let blocks = blocks(input)?;
    Ok(match blocks.as_slice() {
        [name @ (b"NETSCAPE2.0" | b"ANIMEXTS1.0"), times, ..]
            if times.len() == 3 && times[0] == 1 =>
        {
            Some([&[EXTENSION, APPLICATION, 11], *name, &[3], *times, &[0]].concat())
        }
        _ => None,
    })
}

fn blocks<'a>(input: &mut Reader<'a>) -> Result<Vec<&'a [u8]>, String> {
    let mut blocks = vec![];
    loop {
        match input.byte()? {
            0 => return Ok(blocks),
            length => blocks.push(input.take(length.into())?),
        }
    }
}

fn skip_blocks(input: &mut Reader) -> Result<(), String> {
    blocks(input).map(drop)
}
