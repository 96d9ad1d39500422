package io.outlay.enrich.text.claim;

import io.outlay.contracts.Measure;
import java.util.function.Predicate;

/**
 * A named way in which a sentence states spending.
 *
 * @param name stands in the evidence of each claim that the rule makes
 * @param example a sentence for which it fires
 */
record ClaimRule(String name, Measure measure, String example, Predicate<Case> fits) {}
