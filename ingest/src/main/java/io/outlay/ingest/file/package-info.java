/**
 * Articles out of files. {@link io.outlay.ingest.file.FileSource} goes through what a path names; each {@code Format} reads one
 * kind of bytes as a stream, in constant memory, and answers what it cannot read with file and line instead of an exception.
 */
@NullMarked
package io.outlay.ingest.file;

import org.jspecify.annotations.NullMarked;
