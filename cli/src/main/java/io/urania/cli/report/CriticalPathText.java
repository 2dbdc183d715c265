package io.urania.cli.report;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.engine.run.CriticalPath;
import io.urania.engine.run.CriticalPath.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The longest links of a critical path, in the order in which they ran. */
public final class CriticalPathText {

    private static final int SHOWN = 8;
    private static final Duration WORTH_SHOWING = Duration.ofMillis(100);

    private CriticalPathText() {}

    /** A heading and the links; nothing if no link took long enough to matter. */
    public static List<String> of(CriticalPath path, HostNames names) {
        Set<Link> longest = path.links().stream()
                .filter(link -> length(link).compareTo(WORTH_SHOWING) >= 0)
                .sorted(Comparator.comparing(CriticalPathText::length).reversed())
                .limit(SHOWN)
                .collect(Collectors.toSet());
        if (longest.isEmpty()) {
            return List.of();
        }
        Duration shown = longest.stream().map(CriticalPathText::length).reduce(Duration.ZERO, Duration::plus);
        List<String> lines = new ArrayList<>();
        lines.add("The longest " + longest.size() + " of " + path.links().size() + " steps on the critical path ("
                + Durations.exact(shown) + " together):");
        path.links().stream()
                .filter(longest::contains)
                .map(link -> line(link, names))
                .forEach(lines::add);
        return lines;
    }

    private static String line(Link link, HostNames names) {
        String waited = link.waited().compareTo(WORTH_SHOWING) < 0
                ? ""
                : " (waited " + Durations.exact(link.waited()) + " before)";
        return "  " + Columns.aligned(Durations.exact(link.took()), 6) + "  "
                + Columns.padded(names.of(link.change().host()), names.width()) + "  "
                + link.change().phase() + ": "
                + link.change().title() + waited;
    }

    private static Duration length(Link link) {
        return link.waited().plus(link.took());
    }
}
