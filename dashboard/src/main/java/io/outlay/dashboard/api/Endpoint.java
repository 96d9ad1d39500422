package io.outlay.dashboard.api;

import java.util.List;

/**
 * A question that can be asked by GET.
 *
 * @param path an address; {@code {id}} at its end stands for one part of it, and comes as the last argument
 * @param parameters the names that its query may hold
 */
record Endpoint(String path, List<String> parameters, Asked asked) {
    @FunctionalInterface
    interface Asked {
        /** @param part what stands at {@code {id}}; empty where the path has none */
        Answer answer(Params params, String part);
    }

    static final String PART = "{id}";

    /** Whether the address is one of this endpoint's. */
    boolean matches(String address) {
        if (!path.endsWith(PART)) {
            return path.equals(address);
        }
        String before = path.substring(0, path.length() - PART.length());
        return address.startsWith(before)
                && address.length() > before.length()
                && address.indexOf('/', before.length()) < 0;
    }

    String partOf(String address) {
        return path.endsWith(PART) ? address.substring(path.length() - PART.length()) : "";
    }
}
