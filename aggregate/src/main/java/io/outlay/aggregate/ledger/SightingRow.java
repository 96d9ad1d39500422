package io.outlay.aggregate.ledger;

/**
 * A row of the {@code figures} store.
 *
 * @param articles how many articles hold this sighting; a row of 0 is deleted
 */
public record SightingRow(Sighting sighting, int articles) {
    public SightingRow {
        if (articles < 1) {
            throw new IllegalArgumentException("field 'articles' must be at least 1, not " + articles);
        }
    }
}
