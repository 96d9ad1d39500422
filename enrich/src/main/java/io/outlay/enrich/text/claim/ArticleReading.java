package io.outlay.enrich.text.claim;

import io.outlay.contracts.Claim;
import java.util.List;

/**
 * What was read of an article's money.
 *
 * @param readings one for each amount, in their order in the body
 * @param claims one for each figure that the article states
 */
public record ArticleReading(List<AmountReading> readings, List<Claim> claims) {}
