/**
 * Articles out of feeds: RSS, RDF, Atom and JSON Feed, and the lists of feeds that OPML is. Pure and tolerant: what can be had of
 * a broken feed is had, and nothing throws.
 */
@NullMarked
package io.outlay.ingest.feed;

import org.jspecify.annotations.NullMarked;
