package io.outlay.aggregate.ledger;

import io.outlay.aggregate.ledger.Resolution.Part;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a payer's figures last came to, measure by measure. No rule looks across measures, so one more article is resolved with the
 * figures of its measure alone. It holds for one state of rates and corrections: when they change, a new one is begun.
 */
public final class ResolutionMemo {
    private final Map<Measure, Known> byMeasure = new EnumMap<>(Measure.class);
    private @Nullable Rates once;

    private record Known(Payer payer, List<FigureSummary> figures, Part come) {
        /** The very same objects: a figure of which any row changed is made anew, and to compare all would cost what is saved. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Payer nowPayer, List<FigureSummary> now) {
            if (figures.size() != now.size() || !payer.equals(nowPayer)) {
                return false;
            }
            for (int i = 0; i < now.size(); i++) {
                if (figures.get(i) != now.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The rates, looked up once for as long as the memo holds. */
    Rates lookedUpOnce(Rates rates) {
        Rates known = once;
        if (known == null) {
            known = rates.lookedUpOnce();
            once = known;
        }
        return known;
    }

    Part get(Measure measure, Payer payer, List<FigureSummary> figures, Supplier<Part> otherwise) {
        @Nullable Known known = byMeasure.get(measure);
        if (known != null && known.isOf(payer, figures)) {
            return known.come();
        }
        Part come = otherwise.get();
        byMeasure.put(measure, new Known(payer, List.copyOf(figures), come));
        return come;
    }

    void forget() {
        byMeasure.clear();
    }
}
