/**
 * When: the period in which money will be spent ({@link io.outlay.enrich.text.time.Periods}) and the day on which that was
 * announced ({@link io.outlay.enrich.text.time.AnnouncementDays}).
 */
@NullMarked
package io.outlay.enrich.text.time;

import org.jspecify.annotations.NullMarked;
