package io.outlay.aggregate.ledger;

import io.outlay.contracts.Amount;
import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.AppliedCorrection;
import io.outlay.contracts.Change;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Ids;
import io.outlay.contracts.Json;
import io.outlay.contracts.Status;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which articles state a figure. Resolution reads sightings with the number of articles behind each, and nothing else of a
 * thousand articles; that a figure's first day and best status are derived from them is what lets a retraction undo both.
 *
 * @param statedFigure the figure that the articles state, where a correction changed it into {@code figure}; both ids find the commitment
 * @param on null when no source gives a day
 * @param usdPrinted the conversion that the text prints, a hint for matching only
 * @param corrections those that set, moved or rejected it, by id
 */
public record Sighting(
        Figure figure,
        @Nullable String statedFigure,
        @Nullable AnnouncedOn on,
        Status status,
        Change change,
        @Nullable Amount previous,
        @Nullable Amount partOf,
        @Nullable Long usdPrinted,
        List<AppliedCorrection> corrections) {

    public Sighting {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    public @Nullable LocalDate day() {
        return on == null ? null : on.day();
    }

    public boolean rejected() {
        return corrections.stream().anyMatch(c -> c.action() == Correction.Action.REJECT);
    }

    /** {@code payer|figure|hash}: one row of the {@code figures} store. */
    public String key() {
        return figure.payer() + "|" + figure.id() + "|" + Ids.hash(Json.string(this));
    }
}
