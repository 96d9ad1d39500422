/**
 * Amounts of money in news text, in many languages: what a text prints, with its currency, its range and how sure it is.
 *
 * <p>Begin with {@link io.outlay.enrich.text.amount.AmountScanner}. It walks the text once and stops only where a number begins:
 * at a digit, or at a word of {@code numerals.csv} or {@code scales.csv}. There one quantity is read, from the inside out:
 *
 * <pre>
 *   more than   US$   1.25   billion   dollars   per month
 *   qualifier   sign  number scale     name      rate
 * </pre>
 *
 * then two quantities may join to a range, and an amount may be the conversion of the one before it. What the words mean stands
 * in tables: currencies in the contracts, the rest in {@code enrich/src/main/resources}. Which dollar a bare {@code $} is,
 * {@link io.outlay.enrich.text.amount.CurrencyResolver} decides once payer and destination are known.
 */
@NullMarked
package io.outlay.enrich.text.amount;

import org.jspecify.annotations.NullMarked;
