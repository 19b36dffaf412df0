//! A letter to a Word document.
