package io.outlay.aggregate.ledger;

import io.outlay.contracts.Change;

/** What a change is called in notes and as the cause of a posting. */
final class Words {
    private Words() {}

    static String of(Change change) {
        return switch (change) {
            case NEW -> "new";
            case RAISED -> "raised";
            case CUT -> "cut";
            case ADDS -> "added";
            case TOTAL -> "total";
            case RESTATED -> "confirmed";
            case PAUSED -> "paused";
            case CANCELLED -> "cancelled";
            case DENIED -> "denied";
        };
    }
}
