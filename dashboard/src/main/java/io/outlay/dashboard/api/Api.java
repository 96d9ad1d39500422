package io.outlay.dashboard.api;

import io.outlay.service.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All questions that can be asked by GET, and their answers. */
public final class Api {
    /** What is answered elsewhere: by streams, or by other methods. */
    private static final List<String> OTHERS = List.of("/", "/api/events", "/export/commitments.ndjson");

    private final List<Endpoint> endpoints = new ArrayList<>();

    /** @param corrections who may write them, in a word, for the page */
    public Api(Sources sources, String corrections) {
        endpoints.addAll(new MoneyQuestions(sources).endpoints());
        endpoints.addAll(new CommitmentQuestions(sources).endpoints());
        endpoints.addAll(new ContractQuestions(sources, corrections).endpoints());
    }

    /** The paths that can be asked, with {@code {id}} where a part stands. */
    List<String> paths() {
        return endpoints.stream().map(Endpoint::path).toList();
    }

    /**
     * Answers, also when the question is wrong: 400 names the parameter, 404 suggests an address.
     *
     * @param path decoded
     * @param query as it stands in the address
     */
    public Answer answer(String path, @Nullable String query) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.matches(path)) {
                try {
                    return endpoint.asked().answer(Params.of(query, endpoint.parameters()), endpoint.partOf(path));
                } catch (BadParameterException e) {
                    return Answer.error(400, String.valueOf(e.getMessage()), e.parameter(), null);
                }
            }
        }
        return notFound(path);
    }

    /** 404 with the nearest address that there is. */
    public Answer notFound(String path) {
        List<String> known = Stream.concat(OTHERS.stream(), paths().stream()).toList();
        return Answer.error(
                404,
                "there is nothing at this address",
                null,
                DidYouMean.nearest(path, known).orElse("/openapi.json"));
    }
}
