package io.urania.artifacts.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the parts of a bundle, told once for all that have it in common. */
public final class Differences {

    /** More names say no more. */
    private static final int NAMES = 3;

    private final Map<String, List<String>> byReason = new LinkedHashMap<>();

    /**
     * Notes something.
     *
     * @param part a path or a name
     * @param reason as a clause about it: {@code is missing}
     */
    public void add(String part, String reason) {
        byReason.computeIfAbsent(reason, _ -> new ArrayList<>()).add(part);
    }

    public boolean isEmpty() {
        return byReason.isEmpty();
    }

    /** One clause for each reason, with semicolons between them. */
    public String text() {
        List<String> clauses = new ArrayList<>();
        byReason.forEach((reason, parts) -> clauses.add(clause(parts, reason)));
        return String.join("; ", clauses);
    }

    private static String clause(List<String> parts, String reason) {
        if (parts.size() == 1) {
            return parts.getFirst() + " " + reason;
        }
        int named = Math.min(parts.size(), NAMES);
        String more = parts.size() > named ? " and " + (parts.size() - named) + " more" : "";
        return String.join(", ", parts.subList(0, named)) + more + ": each " + reason;
    }
}
