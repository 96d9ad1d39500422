/**
 * What an article is made from, whichever way it comes: its id, its canonical URL, its publication date. Pure: no Kafka, no
 * clock, no network.
 */
@NullMarked
package io.outlay.ingest.article;

import org.jspecify.annotations.NullMarked;
