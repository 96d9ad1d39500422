/**
 * Articles out of web pages: {@link io.outlay.ingest.page.PageReader} turns HTML into an article, and says of each field how it
 * was found. Pure: the page's bytes come in as an argument.
 */
@NullMarked
package io.outlay.ingest.page;

import org.jspecify.annotations.NullMarked;
