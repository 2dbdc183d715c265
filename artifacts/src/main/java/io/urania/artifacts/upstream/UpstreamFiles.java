package io.urania.artifacts.upstream;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.component.Publication;
import io.urania.artifacts.resource.Resources;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the projects publish, and the checksums of it. */
public final class UpstreamFiles {
    private final Map<String, String> byAddress;
    /** By what stands before the sum in a line of the resource. */
    private final Map<String, String> byLine;

    private UpstreamFiles(Map<String, String> byAddress, Map<String, String> byLine) {
        this.byAddress = Map.copyOf(byAddress);
        this.byLine = Map.copyOf(byLine);
    }

    /**
     * With sums that somebody gives: what may be downloaded.
     *
     * @param sums by the address of the download
     */
    public static UpstreamFiles withSums(Map<String, String> sums) {
        return new UpstreamFiles(sums, Map.of());
    }

    /** With the sums that Urania knows of what was published: what a bundle from elsewhere is compared with. */
    public static UpstreamFiles published() {
        Map<String, String> sums = new HashMap<>();
        for (String line : Resources.lines("published-sha256.tsv")) {
            int end = line.lastIndexOf('\t');
            sums.put(line.substring(0, end), line.substring(end + 1));
        }
        return new UpstreamFiles(Map.of(), sums);
    }

    /**
     * A program as it is published.
     *
     * @param place where its project publishes its programs
     * @param project the project's name
     */
    public UpstreamFile find(
            Publication place, String project, String program, String version, Architecture architecture) {
        URI uri = place.uri(program, version, architecture);
        String download = place.isArchive() ? project : program;
        String line = String.join("\t", project, download, version, architecture.goName());
        Optional<String> given = Optional.ofNullable(byAddress.get(uri.toString()));
        return new UpstreamFile(
                uri,
                place.member(program, version, architecture),
                given.or(() -> Optional.ofNullable(byLine.get(line))));
    }
}
