//! A zip archive whose bytes depend on nothing but the names and contents of its files.
//!
//! It deliberately knows no directories, comments, attributes or large files: files sorted by name, dated 1980-01-01
//! (the format's first day), deflated (PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16).

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::Named;
use crate::Result;

/// Midnight on 1980-01-01: time 0, then day 1 and month 1 of year 0.
const DATE: [u8; 4] = [0, 0, 0x21, 0];
/// Version 2.0 of the format knows DEFLATE.
const VERSION: [u8; 2] = [20, 0];
/// Names are UTF-8.
const FLAGS: [u8; 2] = [0, 8];
const DEFLATED: [u8; 2] = [8, 0];

pub fn zip(files: &[Named]) -> Result<Vec<u8>> {
    let mut files: Vec<&Named> = files.iter().collect();
    files.sort();
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in &files {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
        let packed = packed.map_err(|error| format!("cannot compress {name}: {error}"))?;
        let mut crc = Crc::new();
        crc.update(bytes);
        let mut about = [VERSION, FLAGS, DEFLATED].concat();
        about.extend(DATE);
        about.extend(crc.sum().to_le_bytes());
        about.extend(long(packed.len())?);
        about.extend(long(bytes.len())?);
        about.extend(short(name.len())?);
        // No extra field.
        about.extend([0, 0]);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION);
        directory.extend(&about);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(long(out.len())?);
        directory.extend(name.as_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&about);
        out.extend(name.as_bytes());
        out.extend(packed);
    }
    let (start, count) = (long(out.len())?, short(files.len())?);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count, count].concat());
    out.extend(long(directory.len())?);
    out.extend(start);
    out.extend([0, 0]);
    Ok(out)
}

fn long(number: usize) -> Result<[u8; 4]> {
    u32::try_from(number).map(u32::to_le_bytes).map_err(|_| "too large for a zip".to_owned())
}

fn short(number: usize) -> Result<[u8; 2]> {
    u16::try_from(number).map(u16::to_le_bytes).map_err(|_| "too many for a zip".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_files_does_not_count_and_each_can_be_found() {
        let one = ("a/b.txt".to_owned(), b"hello hello hello".to_vec());
        let two = ("z.txt".to_owned(), Vec::new());
        let archive = zip(&[one.clone(), two.clone()]).unwrap();
        assert_eq!(archive, zip(&[two, one.clone()]).unwrap());
        assert!(archive.starts_with(b"PK\x03\x04\x14\0\0\x08\x08\0\0\0\x21\0"));
        // Header of 30 bytes, the name, then the packed bytes of the length stated at 18.
        let length = u32::from_le_bytes(archive[18..22].try_into().unwrap()) as usize;
        let packed = &archive[37..37 + length];
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::DeflateDecoder::new(packed), &mut text).unwrap();
        assert_eq!(text, one.1);
        let end = archive.len() - 22;
        assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
        let start = u32::from_le_bytes(archive[end + 16..end + 20].try_into().unwrap()) as usize;
        assert_eq!(&archive[start..start + 4], b"PK\x01\x02");
    }
}
