//! Identity providers: how to recognise one by its messages, and where its administrator sets each thing.
//!
//! It deliberately reads no message itself: the caller hands over [`Traits`].
