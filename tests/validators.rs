//! Foreign programs judge every file: veraPDF and qpdf the PDFs, Microsoft's Open XML SDK the Word files.
//!
//! Each must also refuse a file that we broke, since a judge that accepts everything is none.

use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::process::Command;

use crate::case::{self, DOCX, PDF};
use crate::tools::{ask, open_xml_sdk, said, unpacked, verapdf};

/// Every flavour that our PDFs claim.
const FLAVOURS: &str = "ua1,2a";
/// The oldest and the newest Office that we write for.
const OFFICES: &str = "Office2019,Microsoft365";

/// The files of this name of all cases.
fn put_all(name: &str) -> Vec<PathBuf> {
    case::make_all().iter().map(|(case, made)| case.put(name, made.file(name))).collect()
}

/// Every file passed as often as it was judged, and none was left out.
fn accepts(output: &std::process::Output, verdicts: usize) {
    let said = said(output);
    let passed = said.lines().filter(|line| line.starts_with("PASS ")).count();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && passed == verdicts, "{passed} of {verdicts} verdicts are PASS:\n{said}{errors}");
}

/// veraPDF and qpdf accept these PDFs.
#[track_caller]
pub fn accept_pdfs(files: &[PathBuf]) {
    accepts(&verapdf(FLAVOURS, files), 2 * files.len());
    for file in files {
        let output = ask(Command::new("qpdf").arg("--check").arg(file));
        assert!(output.status.success(), "{}\n{}", said(&output), String::from_utf8_lossy(&output.stderr));
    }
}

/// The Open XML SDK accepts these Word files.
#[track_caller]
pub fn accept_word_files(files: &[PathBuf]) {
    accepts(&open_xml_sdk(OFFICES, files), 2 * files.len());
}

#[test]
fn verapdf_accepts_every_pdf_as_pdf_ua_and_pdf_a_and_qpdf_finds_it_well_formed() {
    accept_pdfs(&put_all(PDF));
}

#[test]
fn the_open_xml_sdk_accepts_every_word_file() {
    accept_word_files(&put_all(DOCX));
}

#[test]
fn verapdf_refuses_a_pdf_that_lost_what_makes_it_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let whole: Vec<Vec<u8>> = put_all(PDF).iter().map(|file| unpacked(file)).collect();
    let check = |there: &str, instead: &str, rule: &str| {
        assert_eq!(there.len(), instead.len(), "the places of the objects must not move");
        let find = |pdf: &&Vec<u8>| at(pdf, there.as_bytes()).is_some();
        let pdf = whole.iter().find(find).unwrap_or_else(|| panic!("no case has {there}"));
        let mut broken = pdf.clone();
        while let Some(start) = at(&broken, there.as_bytes()) {
            broken[start..start + there.len()].copy_from_slice(instead.as_bytes());
        }
        let file = folder.path().join("broken.pdf");
        std::fs::write(&file, broken).unwrap();
        let output = verapdf("ua1", &[file]);
        assert!(!output.status.success() && said(&output).contains(rule), "{there}:\n{}", said(&output));
    };
    check("/Alt ", "/Ult ", "7.3-1");
    check("/Lang ", "/Long ", "7.2-");
    check("/MarkInfo ", "/MarkInfa ", "6.2-1");
}

#[test]
fn the_open_xml_sdk_refuses_a_word_file_whose_relationships_dangle() {
    let (_, made) = case::make_all().into_iter().next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.docx");
    let broken = rewritten(made.file(DOCX), "word/_rels/document.xml.rels", |part| part.replace("Id=\"", "Id=\"x"));
    std::fs::write(&file, broken).unwrap();
    let output = open_xml_sdk("Microsoft365", &[file]);
    assert!(said(&output).starts_with("FAIL "), "{}", said(&output));
}

/// Where a needle stands in a haystack.
fn at(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// A Word file with one of its parts changed.
fn rewritten(docx: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().to_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name == part {
            let changed = change(std::str::from_utf8(&bytes).unwrap());
            assert!(changed.as_bytes() != bytes, "{part} has nothing to change");
            bytes = changed.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}
