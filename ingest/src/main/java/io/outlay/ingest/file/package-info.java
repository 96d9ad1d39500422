/**
 * Articles out of files. {@link io.outlay.ingest.file.Files} finds what a source names; each {@link io.outlay.ingest.file.Format} reads one kind of
 * bytes as a stream, in constant memory, and answers what it cannot read with file and line instead of an exception.
 */
@NullMarked
package io.outlay.ingest.file;

import org.jspecify.annotations.NullMarked;
