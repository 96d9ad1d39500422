/**
 * Pages and feeds fetched from the web, politely: {@link io.outlay.ingest.web.WebClient} asks, {@link io.outlay.ingest.web.Robots} says what
 * may be asked, {@link io.outlay.ingest.web.AddressGuard} keeps us off other people's inner networks.
 */
@NullMarked
package io.outlay.ingest.web;

import org.jspecify.annotations.NullMarked;
