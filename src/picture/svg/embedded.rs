//! References of a drawing: to its own elements, or to embedded photos, which are cleaned as well.

use crate::base::PictureFormat;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The cleaned value of an `href`, and the number of its pixels if it is a photo.
pub(super) fn reference(value: &str) -> Result<(String, u64), String> {
    let value = value.trim();
    if value.starts_with('#') {
        return Ok((value.into(), 0));
    }
    let photo = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64,"]
        .iter()
        .find_map(|start| value.strip_prefix(start));
    let Some(photo) = photo else {
        let start: String = value.chars().filter(|c| !c.is_control()).take(60).collect();
        return Err(format!(
            "the drawing refers to something outside itself (“{start}”): embed it or remove it"
        ));
    };
    let bytes = decode(photo).ok_or("a photo in the drawing is damaged: embed it again")?;
    let (format, walked) = match crate::picture::recognise(&bytes) {
        Ok(PictureFormat::Png | PictureFormat::Jpeg) => crate::picture::walk(&bytes),
        _ => Err("it is neither PNG nor JPEG".into()),
    }
    .map_err(|fault| {
        format!("a photo in the drawing cannot be used ({fault}): save the drawing as PNG")
    })?;
    let kind = if format == PictureFormat::Png { "png" } else { "jpeg" };
    let pixels = u64::from(walked.width) * u64::from(walked.height);
    Ok((format!("data:image/{kind};base64,{}", encode(&walked.clean)), pixels))
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let mut digits = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let mut bits: u32 = 0;
    let mut count = 0;
    for digit in digits.by_ref().take_while(|digit| *digit != b'=') {
        bits = bits << 6 | digit_value(digit)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).ok()?);
        }
    }
    digits.all(|digit| digit == b'=').then_some(bytes)
}

fn digit_value(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(value.into())
}

fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| {
            bits << 8 | usize::from(group.get(at).copied().unwrap_or_default())
        });
        for at in 0..4 {
            let digit = ALPHABET[bits >> (18 - 6 * at) & 63];
            text.push(if at > group.len() { '=' } else { char::from(digit) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_and_percent_encoding_are_decoded() {
        for (text, code) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(encode(text.as_bytes()), code);
            assert_eq!(decode(code).as_deref(), Some(text.as_bytes()));
        }
        assert_eq!(decode("Zm 9v\nYg=="), Some(b"foob".to_vec()));
        assert_eq!(decode("Zm9v!"), None);
        assert_eq!(decode("Zg==Zg"), None);
    }
}
