/**
 * How well the tagger reads: {@link io.outlay.enrich.evaluate.Evaluation} compares what it finds in a folder of labelled articles
 * with the labels.
 */
@NullMarked
package io.outlay.enrich.evaluate;

import org.jspecify.annotations.NullMarked;
