/**
 * The server: files of the page, the API, streams of events, exports. Begin with {@link io.outlay.dashboard.http.PageServer}. No reader
 * holds a thread: bodies are read and written as the network gives and takes.
 */
@NullMarked
package io.outlay.dashboard.http;

import org.jspecify.annotations.NullMarked;
