//! DEFLATE (RFC 1951), raw, in a zlib (RFC 1950) or gzip (RFC 1952) frame, within a budget.
//!
//! It deliberately makes no map: a compressed byte makes no particular characters. What could be read of a broken or
//! truncated stream is kept.

use flate2::{Decompress, FlushDecompress, Status};

use super::{Decoded, Repair, RepairKind};
use crate::source::Bytes;

/// What surrounds the compressed blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    Raw,
    Zlib,
    Gzip,
}

/// Inflates at most `most` bytes.
pub fn decode(input: &[u8], frame: Frame, most: usize) -> Decoded {
    let mut repairs = Vec::new();
    let mut repair = |kind, at| repairs.push(Repair { kind, at: Bytes::new(at, input.len()), count: 1 });
    let Some(header) = header(input, frame) else {
        repair(RepairKind::BrokenStream, 0);
        return Decoded { bytes: Vec::new(), map: None, repairs };
    };
    let (bytes, read, end) = raw(input.get(header..).unwrap_or_default(), most);
    let at = header.saturating_add(read);
    let rest = input.get(at..).unwrap_or_default();
    match end {
        End::Cut => repair(RepairKind::TruncatedStream, at),
        End::Broken => repair(RepairKind::BrokenStream, at),
        End::Limit => repair(RepairKind::Limit, at),
        End::Whole => match trailer(&bytes, rest, frame) {
            Trailer::Missing => repair(RepairKind::TruncatedStream, at),
            Trailer::Wrong => repair(RepairKind::StreamChecksum, at),
            Trailer::Right(len) if rest.len() > len => {
                repair(RepairKind::TrailingBytes, at.saturating_add(len))
            }
            Trailer::Right(_) => {}
        },
    }
    Decoded { bytes, map: None, repairs }
}

enum End {
    Whole,
    Cut,
    Broken,
    Limit,
}

/// The inflated bytes, the number of input bytes read, and how it ended.
fn raw(input: &[u8], most: usize) -> (Vec<u8>, usize, End) {
    let mut inflater = Decompress::new(false);
    let mut bytes = Vec::new();
    let mut chunk = [0u8; 8192];
    loop {
        let (read, made) = (offset(inflater.total_in()), inflater.total_out());
        let rest = input.get(read..).unwrap_or_default();
        let status = inflater.decompress(rest, &mut chunk, FlushDecompress::None);
        // What was made before an error counts, too.
        let fresh = offset(inflater.total_out().saturating_sub(made));
        bytes.extend_from_slice(chunk.get(..fresh).unwrap_or_default());
        let read_now = offset(inflater.total_in());
        let end = match status {
            _ if bytes.len() > most => {
                bytes.truncate(most);
                End::Limit
            }
            Ok(Status::StreamEnd) => End::Whole,
            Err(_) => End::Broken,
            Ok(_) if fresh == 0 && read_now == read => End::Cut,
            Ok(_) => continue,
        };
        return (bytes, read_now, end);
    }
}

/// Length of the frame's header; `None` where it is not one.
fn header(input: &[u8], frame: Frame) -> Option<usize> {
    match (frame, input) {
        (Frame::Raw, _) => Some(0),
        // RFC 1950: method 8, no preset dictionary, a multiple of 31.
        (Frame::Zlib, &[method, flags, ..]) => {
            let check = u16::from_be_bytes([method, flags]);
            (method & 0x0F == 8 && method >> 4 <= 7 && flags & 0x20 == 0 && check.is_multiple_of(31))
                .then_some(2)
        }
        (Frame::Gzip, &[0x1F, 0x8B, 8, flags, _, _, _, _, _, _, ..]) => {
            let mut at = 10;
            if flags & 0x04 != 0 {
                let [low, high] = *input.get(at..at + 2)?.first_chunk::<2>()?;
                at += 2 + usize::from(u16::from_le_bytes([low, high]));
            }
            // The file's name and the comment end with a zero byte.
            for flag in [0x08, 0x10] {
                if flags & flag != 0 {
                    at += memchr::memchr(0, input.get(at..)?)? + 1;
                }
            }
            Some(at + if flags & 0x02 != 0 { 2 } else { 0 })
        }
        _ => None,
    }
}

enum Trailer {
    /// It fits; its length.
    Right(usize),
    Wrong,
    Missing,
}

fn trailer(bytes: &[u8], rest: &[u8], frame: Frame) -> Trailer {
    let (stated, computed, len) = match frame {
        Frame::Raw => return Trailer::Right(0),
        Frame::Zlib => (rest.first_chunk().map(|chunk| u32::from_be_bytes(*chunk)), adler32(bytes), 4),
        Frame::Gzip => (rest.first_chunk().map(|chunk| u32::from_le_bytes(*chunk)), crc32(bytes), 8),
    };
    match stated {
        None => Trailer::Missing,
        Some(stated) if stated == computed => Trailer::Right(len),
        Some(_) => Trailer::Wrong,
    }
}

/// RFC 1952, section 8. Bit by bit: the usual tables would add 16 KB of noise to the page, which nothing compresses.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| crc >> 1 ^ if crc & 1 == 0 { 0 } else { 0xEDB8_8320 };
    !bytes.iter().fold(u32::MAX, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}

/// RFC 1950, section 8.2.
fn adler32(bytes: &[u8]) -> u32 {
    let (low, high) = bytes.iter().fold((1u32, 0u32), |(low, high), &byte| {
        let low = (low + u32::from(byte)) % 65521;
        (low, (high + low) % 65521)
    });
    high << 16 | low
}

fn offset(total: u64) -> usize {
    usize::try_from(total).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn deflate(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn kinds(decoded: &Decoded) -> Vec<RepairKind> {
        decoded.repairs.iter().map(|repair| repair.kind).collect()
    }

    #[test]
    fn whole_truncated_broken_and_too_large() {
        let text: String = (0..500).map(|number| format!("<a id=\"{}\"/>", number * 7919 % 1000)).collect();
        let packed = deflate(text.as_bytes());
        let whole = decode(&packed, Frame::Raw, 1 << 20);
        assert_eq!((whole.bytes.as_slice(), kinds(&whole)), (text.as_bytes(), vec![]));

        let cut = decode(&packed[..packed.len() / 2], Frame::Raw, 1 << 20);
        assert!(text.as_bytes().starts_with(&cut.bytes) && !cut.bytes.is_empty());
        assert_eq!(kinds(&cut), [RepairKind::TruncatedStream]);

        let most = decode(&packed, Frame::Raw, 10);
        assert_eq!((most.bytes.len(), kinds(&most)), (10, vec![RepairKind::Limit]));

        let longer: Vec<u8> = packed.iter().copied().chain([1, 2, 3]).collect();
        assert_eq!(kinds(&decode(&longer, Frame::Raw, 1 << 20)), [RepairKind::TrailingBytes]);
        assert_eq!(kinds(&decode(&[0xFF; 8], Frame::Raw, 1 << 20)), [RepairKind::BrokenStream]);
    }

    #[test]
    fn a_wrong_checksum_keeps_the_content() {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(b"<a/>").unwrap();
        let mut packed = encoder.finish().unwrap();
        *packed.last_mut().unwrap() ^= 1;
        let decoded = decode(&packed, Frame::Zlib, 100);
        assert_eq!(
            (decoded.bytes.as_slice(), kinds(&decoded)),
            (&b"<a/>"[..], vec![RepairKind::StreamChecksum])
        );
    }
}
