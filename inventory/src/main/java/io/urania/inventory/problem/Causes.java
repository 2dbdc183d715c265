package io.urania.inventory.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Problems that differ only in the host they name have one cause, and are told once. */
public final class Causes {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.:-]*[\\p{L}\\p{N}_])?");
    private static final int MOST_NAMED = 3;

    private final Set<String> hosts;

    /**
     * @param hosts the names that problems may differ in
     */
    public Causes(Collection<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    /** The first problem of each cause, which says for how many more hosts it is so. */
    public List<Problem> of(Collection<Problem> problems) {
        Map<List<Object>, List<Problem>> byCause = new LinkedHashMap<>();
        for (Problem problem : problems) {
            byCause.computeIfAbsent(cause(problem), _ -> new ArrayList<>()).add(problem);
        }
        return byCause.values().stream().flatMap(same -> told(same).stream()).toList();
    }

    private List<Object> cause(Problem problem) {
        return hostIn(problem).isEmpty()
                ? List.of(problem)
                : List.of(
                        problem.severity(),
                        withoutHosts(problem.what()),
                        withoutHosts(problem.why()),
                        withoutHosts(problem.remedy()));
    }

    private List<Problem> told(List<Problem> same) {
        List<String> others = same.stream()
                .map(this::hostIn)
                .flatMap(Collection::stream)
                .distinct()
                .skip(1)
                .toList();
        // The same host at several places is no matter of more hosts.
        if (others.size() + 1 != same.size() || others.isEmpty()) {
            return same;
        }
        Problem first = same.getFirst();
        String more = " … and for " + others.size() + (others.size() == 1 ? " more host" : " more hosts") + " ("
                + others.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (others.size() > MOST_NAMED ? ", …)" : ")");
        return List.of(
                new Problem(first.severity(), first.position(), first.what() + more, first.why(), first.remedy()));
    }

    /** The first host that it names, in what is wrong or else in the reason or the remedy. */
    private List<String> hostIn(Problem problem) {
        return Stream.of(problem.what(), problem.why(), problem.remedy())
                .flatMap(sentence -> WORD.matcher(sentence).results())
                .map(MatchResult::group)
                .filter(hosts::contains)
                .limit(1)
                .toList();
    }

    private String withoutHosts(String sentence) {
        return WORD.matcher(sentence)
                .replaceAll(word -> hosts.contains(word.group()) ? "<host>" : Matcher.quoteReplacement(word.group()));
    }
}
