//! What the window's pages fetch by name or number: pictures of the desk and of the letter's pages, and faces.

use crate::desk::Desk;

impl Desk {
    /// A picture of the desk with its media type.
    pub fn picture(&self, name: &str) -> Option<(Vec<u8>, &'static str)> {
        let media = match name.rsplit_once('.')?.1 {
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "svg" => "image/svg+xml",
            _ => return None,
        };
        // One that cannot be had is as good as none: the page shows its words instead.
        Some((self.store().picture(name).ok()??, media))
    }

    /// A picture of the pages that are shown, the live letter's or an older version's, with its media type.
    pub fn page_picture(&self, number: u32) -> Option<(Vec<u8>, &'static str)> {
        let older = self.looked_at().as_ref().and_then(|older| older.page_picture(number));
        older.or_else(|| self.live().as_ref()?.page_picture(number))
    }

    /// A face of the letter as a font file.
    pub fn face(&self, number: u16) -> Option<Vec<u8>> {
        self.faces.file(number)
    }
}
