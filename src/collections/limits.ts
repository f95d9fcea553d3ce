/**
 * What one choice of files may bring in. Whatever goes beyond is left out and named in the report.
 */

/** Originals that quality is measured against; more could not be told from these, and would only take longer to start. */
export const MOST_PICTURES = 2048;
/** A photograph of the best telephones has 10 to 15 MB; larger files are scans or no pictures. */
export const MOST_FILE_BYTES = 24 * 1024 * 1024;
/** All files of a folder, as they are on disk: reading more than this over a network takes minutes. */
export const MOST_TOTAL_BYTES = 1024 * 1024 * 1024;
/** Width times height. A page needs four bytes a pixel to decode a picture, so this one takes 256 MB for a moment. */
export const MOST_PIXELS = 64 * 1024 * 1024;
/** Files go to the page in messages of about this size: each is decoded before the next is read. */
export const CHUNK_BYTES = 8 * 1024 * 1024;
/** At most so many small files in a message, so that progress is seen and a cancel is heard. */
export const CHUNK_FILES = 64;
/** A million rows of six columns; a table is held as a whole while it is read. */
export const MOST_TABLE_BYTES = 64 * 1024 * 1024;
/** The page decodes a message's pictures in a second or two; whatever is silent for this long does not answer. */
export const LONGEST_DECODING_MS = 60_000;
/** A file of arrays, as it is on disk and is held while it is read. */
export const MOST_ARRAY_FILE_BYTES = 512 * 1024 * 1024;
/** What such a file may become when it is unpacked; it is read in pieces and never held. */
export const MOST_ARRAY_BYTES = 2 * 1024 * 1024 * 1024;
/** Pictures of an array; each has a label of its own that is held. */
export const MOST_ARRAY_PICTURES = 2_000_000;
/** Width or height of a picture of an array: scaling one holds the thread for a few hundredths of a second. */
export const MOST_ARRAY_SIDE = 1024;
