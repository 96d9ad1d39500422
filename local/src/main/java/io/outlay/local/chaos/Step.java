package io.outlay.local.chaos;

import io.outlay.contracts.Measure;
import io.outlay.local.chaos.Payers.Payer;
import java.time.LocalDate;

/**
 * That the counted money of an announcement changed on a day.
 *
 * @param line names the announcement
 * @param destination ISO code, {@code *} when the text names none
 * @param change whole US dollars, signed
 */
record Step(String line, Payer payer, Measure measure, String destination, LocalDate day, long change) {}
