package io.urania.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts images on nodes and pins them: a kubelet whose disk is 85 % full removes every image that no pod uses, unless the
 * runtime says it is pinned.
 */
final class NodeImages {

    private static final String PINNED = "io.cri-containerd.pinned=pinned";

    private final ClusterUnderTest cluster;
    private final List<String> names;

    NodeImages(ClusterUnderTest cluster, List<String> names) {
        this.cluster = cluster;
        this.names = List.copyOf(names);
    }

    /** Imports the archive on a node; where its images are there already, they keep their places and lose nothing. */
    void put(String node, Path archive) throws Exception {
        cluster.run(node, archive, "ctr", "-n", "k8s.io", "images", "import", "-");
        for (String name : names) {
            cluster.run(node, "ctr", "-n", "k8s.io", "images", "label", name, PINNED);
        }
        assertThat(pinned(node)).as("pinned images of " + node).containsAll(names);
    }

    /** The names of the images that the node's kubelet is told to keep. */
    private Set<String> pinned(String node) throws Exception {
        Set<String> pinned = new HashSet<>();
        String answer = cluster.run(node, "crictl", "images", "--output", "json");
        for (JsonElement element :
                JsonParser.parseString(answer).getAsJsonObject().getAsJsonArray("images")) {
            JsonObject image = element.getAsJsonObject();
            if (image.get("pinned").getAsBoolean()) {
                List<String> tags = new ArrayList<>();
                image.getAsJsonArray("repoTags").forEach(tag -> tags.add(tag.getAsString()));
                pinned.addAll(tags);
            }
        }
        return pinned;
    }
}
