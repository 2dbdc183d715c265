package io.urania.artifacts.upstream;

import io.urania.artifacts.resource.YamlNode;
import java.util.Map;

/** Lets tests of other packages name places of their own. */
public final class UpstreamFilesReader {
    private UpstreamFilesReader() {}

    public static UpstreamFiles of(Map<String, Map<String, String>> places, Map<String, String> sums) {
        return UpstreamFiles.read(YamlNode.of("a test", places), sums);
    }
}
