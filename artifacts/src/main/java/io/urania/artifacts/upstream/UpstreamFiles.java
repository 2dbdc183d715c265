package io.urania.artifacts.upstream;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.resource.YamlNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the projects publish their programs, and the checksums of these. */
public final class UpstreamFiles {
    private final Map<String, Place> places;
    private final Map<String, String> sums;

    private record Place(String url, Optional<String> member) {}

    private UpstreamFiles(Map<String, Place> places, Map<String, String> sums) {
        this.places = Map.copyOf(places);
        this.sums = Map.copyOf(sums);
    }

    /**
     * With sums that somebody gives: what may be downloaded.
     *
     * @param sums by the address of the download
     */
    public static UpstreamFiles withSums(Map<String, String> sums) {
        return read(places(), sums);
    }

    /** With the sums that Urania knows of what was published: what a bundle from elsewhere is compared with. */
    public static UpstreamFiles published() {
        UpstreamFiles unchecked = read(places(), Map.of());
        Map<String, String> sums = new HashMap<>();
        for (String line : Resources.lines("published-sha256.tsv")) {
            String[] row = line.split("\t", -1);
            UpstreamFile file = unchecked
                    .find(row[0], row[1], row[2], Architecture.valueOf(row[3].toUpperCase(Locale.ROOT)))
                    .orElseThrow(() -> new IllegalStateException("no address for " + line));
            sums.put(file.uri().toString(), row[4]);
        }
        return new UpstreamFiles(unchecked.places, sums);
    }

    private static YamlNode places() {
        return Resources.yaml("upstream.yaml").node("upstream");
    }

    static UpstreamFiles read(YamlNode upstream, Map<String, String> sums) {
        Map<String, Place> places = new HashMap<>();
        for (String project : upstream.names()) {
            YamlNode node = upstream.node(project);
            places.put(project, new Place(node.text("url"), node.optionalText("member")));
        }
        return new UpstreamFiles(places, sums);
    }

    /** Where that program is published, if its project publishes programs at all. */
    public Optional<UpstreamFile> find(String project, String program, String version, Architecture architecture) {
        return Optional.ofNullable(places.get(project)).map(place -> {
            String address = fill(place.url(), program, version, architecture);
            return new UpstreamFile(
                    URI.create(address),
                    place.member().map(member -> fill(member, program, version, architecture)),
                    Optional.ofNullable(sums.get(address)));
        });
    }

    private static String fill(String template, String program, String version, Architecture architecture) {
        return template.replace("{version}", version)
                .replace("{plain}", version.startsWith("v") ? version.substring(1) : version)
                .replace("{arch}", architecture.goName())
                .replace("{program}", program);
    }
}
