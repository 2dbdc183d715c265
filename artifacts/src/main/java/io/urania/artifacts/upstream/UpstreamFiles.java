package io.urania.artifacts.upstream;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.resource.YamlNode;
import java.net.URI;
import java.util.HashMap;
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
     * What comes with Urania.
     *
     * @param sums checksums that the user gives, by the address of the download; they win over Urania's own
     */
    public static UpstreamFiles standard(Map<String, String> sums) {
        YamlNode root = Resources.yaml("upstream.yaml");
        YamlNode own = root.node("sha256");
        Map<String, String> all = new HashMap<>();
        own.names().forEach(address -> all.put(address, own.text(address)));
        all.putAll(sums);
        return read(root.node("upstream"), all);
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
