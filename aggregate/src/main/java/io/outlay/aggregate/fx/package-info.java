/**
 * Exchange rates. Pure: {@link io.outlay.aggregate.fx.RateTable} answers from the shipped table and from the daily rates that it is
 * given; {@link io.outlay.aggregate.fx.EcbRates} reads the European Central Bank's files.
 */
@NullMarked
package io.outlay.aggregate.fx;

import org.jspecify.annotations.NullMarked;
