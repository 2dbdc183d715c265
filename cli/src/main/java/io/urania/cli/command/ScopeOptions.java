package io.urania.cli.command;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.plan.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which part of a plan is meant. */
public final class ScopeOptions {

    @Option(
            names = "--host",
            paramLabel = "HOST",
            split = ",",
            description =
                    "Only changes on this host, and what they depend on. The short host name is enough. May be repeated.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "PHASE",
            split = ",",
            completionCandidates = PhaseNames.class,
            description =
                    "Only changes of this phase, and what they depend on: etcd, control-plane, ... May be repeated.")
    private List<String> phases = new ArrayList<>();

    /**
     * The part.
     *
     * @param known the hosts there are
     * @param titles the titles of the phases there are
     */
    public Scope scope(Collection<String> known, Collection<String> titles) throws Refusal {
        Set<String> wantedHosts = new LinkedHashSet<>();
        for (String host : hosts) {
            wantedHosts.add(host(host, known));
        }
        Set<String> wantedPhases = new LinkedHashSet<>();
        for (String phase : phases) {
            wantedPhases.add(phase(phase, titles));
        }
        return new Scope(wantedHosts, wantedPhases);
    }

    private static String host(String word, Collection<String> known) throws Refusal {
        if (known.contains(word)) {
            return word;
        }
        List<String> meant =
                known.stream().filter(host -> host.startsWith(word + ".")).toList();
        if (meant.size() != 1) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "--host " + word + ": "
                            + (meant.isEmpty()
                                    ? "no host of the cluster has this name; choose from " + String.join(", ", known)
                                    : "it matches " + String.join(" or ", meant) + "; use the full name"));
        }
        return meant.getFirst();
    }

    private static String phase(String word, Collection<String> titles) throws Refusal {
        return titles.stream()
                .filter(title -> word(title).equals(word(word)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        "--only " + word + ": unknown phase; choose from "
                                + String.join(
                                        ", ",
                                        titles.stream().map(ScopeOptions::word).toList())));
    }

    /** A title as it is typed. */
    private static String word(String title) {
        return title.replace(' ', '-');
    }
}
