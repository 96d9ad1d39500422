/**
 * What a text says of money: begin with {@link io.outlay.enrich.text.Tagger}. Pure: no Kafka, no clock, no network; the same
 * article always gives the same result.
 */
@NullMarked
package io.outlay.enrich.text;

import org.jspecify.annotations.NullMarked;
