package io.urania.artifacts.upstream;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.component.Publication;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The checksums of what projects publish. */
public final class UpstreamFiles {
    private final Map<String, String> sums;

    private UpstreamFiles(Map<String, String> sums) {
        this.sums = Map.copyOf(sums);
    }

    /**
     * What comes with Urania.
     *
     * @param sums checksums that the user gives, by the address of the download; they win over Urania's own
     */
    public static UpstreamFiles standard(Map<String, String> sums) {
        return new UpstreamFiles(sums);
    }

    /** A program as it is published at a place. */
    public UpstreamFile at(Publication place, String program, String version, Architecture architecture) {
        URI uri = place.uri(program, version, architecture);
        return new UpstreamFile(
                uri, place.member(program, version, architecture), Optional.ofNullable(sums.get(uri.toString())));
    }
}
