//! The writers: pages to PDF and SVG, letters to Word and text. Writers never import each other.
