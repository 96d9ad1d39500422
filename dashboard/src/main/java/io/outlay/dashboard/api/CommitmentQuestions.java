package io.outlay.dashboard.api;

import io.outlay.contracts.Commitment;
import io.outlay.contracts.CommitmentState;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.dashboard.view.CommitmentPage;
import io.outlay.dashboard.view.CommitmentQuery;
import io.outlay.dashboard.view.CommitmentRow;
import io.outlay.dashboard.view.Doubt;
import io.outlay.dashboard.view.Place;
import io.outlay.dashboard.view.Sort;
import io.outlay.service.DidYouMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commitments: many by filters, one with all that is known of it, those in doubt, and what analysts said. */
final class CommitmentQuestions {
    private static final int MAX_ROWS = 500;
    private static final int MAX_REVIEW = 100;

    /** An announced measure is derived: no commitment has it. */
    private static final List<Measure> MEASURES = Arrays.stream(Measure.values())
            .filter(measure -> measure != Measure.ANNOUNCED)
            .toList();

    private final Sources sources;

    CommitmentQuestions(Sources sources) {
        this.sources = sources;
    }

    List<Endpoint> endpoints() {
        List<String> filters = List.of(
                "company",
                "headquarters",
                "destination",
                "measure",
                "state",
                "q",
                "doubtful",
                "sort",
                "limit",
                "after");
        return List.of(
                new Endpoint("/api/commitments", filters, (params, part) -> commitments(params)),
                new Endpoint("/api/commitments/{id}", List.of(), (params, part) -> commitment(part)),
                new Endpoint(
                        "/api/review",
                        List.of("company", "measure", "limit", "after"),
                        (params, part) -> review(params)),
                new Endpoint("/api/corrections", List.of("limit", "after"), (params, part) -> corrections(params)));
    }

    /** What {@code /api/commitments} answers. */
    record CommitmentsAnswer(int matching, List<CommitmentRow> commitments, @Nullable String next) {}

    private Answer commitments(Params params) {
        CommitmentPage page = sources.view().commitments(query(params, params.flag("doubtful"), MAX_ROWS));
        return Answer.json(new CommitmentsAnswer(page.matching(), page.rows(), cursor(page)));
    }

    private static CommitmentQuery query(Params params, boolean doubtful, int most) {
        return new CommitmentQuery(
                params.id("company"),
                params.countries("headquarters"),
                params.countries("destination"),
                params.choiceOrNull("measure", MEASURES),
                params.choiceOrNull("state", List.of(CommitmentState.values())),
                params.text("q"),
                doubtful,
                params.choice("sort", Sort.AMOUNT, List.of(Sort.values())),
                params.number("limit", 1, most, Math.min(50, most)),
                params.read("after", Place::ofCursor));
    }

    private static @Nullable String cursor(CommitmentPage page) {
        Place next = page.next();
        return next == null ? null : next.cursor();
    }

    /**
     * What {@code /api/commitments/{id}} answers.
     *
     * @param whole the commitment that contains it
     * @param parts those that it contains
     * @param postings what its line changed, by day
     */
    record CommitmentAnswer(
            Commitment commitment,
            @Nullable Doubt doubt,
            @Nullable CommitmentRow whole,
            List<CommitmentRow> parts,
            List<Posting> postings) {}

    private Answer commitment(String id) {
        Optional<Commitment> found = sources.view().commitment(id);
        if (found.isEmpty()) {
            return notFound(id);
        }
        Commitment commitment = found.get();
        return Answer.json(new CommitmentAnswer(
                commitment,
                Doubt.of(commitment),
                commitment.partOf() == null ? null : sources.view().row(commitment.partOf()),
                sources.view().partsOf(commitment.id()),
                sources.view().postingsOf(commitment.id())));
    }

    private Answer notFound(String id) {
        String hint = DidYouMean.nearest(id, sources.view().payers())
                .map(payer -> "/api/commitments?company=" + payer)
                .orElse("/api/commitments");
        return Answer.error(404, "there is no commitment with this id, and no figure of one", null, hint);
    }

    /** What {@code /api/review} answers. */
    record ReviewAnswer(int matching, List<ReviewItem> items, @Nullable String next) {}

    /** A commitment in doubt, and why. */
    record ReviewItem(CommitmentRow commitment, Doubt doubt) {}

    private Answer review(Params params) {
        CommitmentPage page = sources.view().commitments(query(params, true, MAX_REVIEW));
        List<ReviewItem> items = new ArrayList<>();
        for (CommitmentRow row : page.rows()) {
            sources.view()
                    .commitment(row.id())
                    .map(Doubt::of)
                    .ifPresent(doubt -> items.add(new ReviewItem(row, doubt)));
        }
        return Answer.json(new ReviewAnswer(page.matching(), items, cursor(page)));
    }

    /** What {@code /api/corrections} answers. */
    record CorrectionsAnswer(int matching, List<Correction> corrections, @Nullable String next) {}

    private Answer corrections(Params params) {
        int limit = params.number("limit", 1, MAX_ROWS, 100);
        String after = params.id("after");
        List<Correction> all = sources.view().allCorrections();
        List<Correction> page = all.stream()
                .filter(correction -> after == null || correction.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
        String last = page.isEmpty() ? null : page.get(page.size() - 1).id();
        boolean more = last != null && !last.equals(all.get(all.size() - 1).id());
        return Answer.json(new CorrectionsAnswer(all.size(), page, more ? last : null));
    }
}
