package io.urania.cli.failure;

import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings as text: what is wrong, on which hosts, why that matters, and what to do; once for all hosts that have the same. */
public final class FindingText {
    private final Style style;
    private final HostNames names;

    /**
     * @param hosts all hosts of the inventory, so that a short name is one of a single host
     */
    public FindingText(Style style, Collection<String> hosts) {
        this.style = style;
        this.names = new HostNames(hosts);
    }

    /** The lines that tell the findings, in their order. */
    public List<String> of(List<Finding> findings) {
        Map<Finding, List<String>> hosts = new LinkedHashMap<>();
        findings.forEach(finding -> hosts.computeIfAbsent(onAnyHost(finding), _ -> new ArrayList<>())
                .add(names.of(finding.host())));
        return hosts.entrySet().stream()
                .flatMap(entry -> lines(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private List<String> lines(Finding finding, List<String> hosts) {
        String where = hosts.stream().distinct().collect(Collectors.joining(", "));
        return List.of(
                level(finding.level()) + style.bold(": " + where + ": " + finding.what()),
                note("why", finding.why()),
                note("help", finding.remedy()));
    }

    private String note(String word, String text) {
        return "  " + style.blue("=") + " " + style.bold(word) + ": " + text;
    }

    private String level(Level level) {
        String word = style.bold(level.word());
        return switch (level) {
            case ERROR -> style.red(word);
            case WARNING -> style.yellow(word);
        };
    }

    private static Finding onAnyHost(Finding finding) {
        return new Finding(finding.rule(), finding.level(), "", finding.what(), finding.why(), finding.remedy());
    }
}
