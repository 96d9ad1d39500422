package io.outlay.dashboard.view;

import io.outlay.contracts.Band;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of one entity over time.
 *
 * @param entity null for a strand of several
 * @param points in order of day, without a gap
 */
public record Strand(@Nullable String entity, String name, List<Point> points) {
    /**
     * One step.
     *
     * @param day its last day
     * @param stock what stood at its end, in whole US dollars
     * @param net what changed in it
     * @param postings how many postings it has
     */
    public record Point(LocalDate day, Band stock, Band net, int postings) {}
}
