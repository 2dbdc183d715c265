package io.urania.artifacts.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.http.LocalServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A registry on loopback that speaks as much of the distribution API as pulling needs, tokens included. */
public final class TestRegistry implements AutoCloseable {
    private final LocalServer server = new LocalServer();
    private final String repository;

    public TestRegistry(String repository) throws IOException {
        this.repository = repository;
        server.guard("/v2/", "Bearer realm=\"" + server.uri("/token") + "\",service=\"test\"");
        server.put("/token?service=test", json(Map.of("token", "anonymous")));
    }

    public LocalServer server() {
        return server;
    }

    /** Stores a blob and gives back its descriptor. */
    public Map<String, Object> blob(byte[] content) {
        return stored("blobs", content);
    }

    /** Stores the manifest of one image and gives back its descriptor. */
    public Map<String, Object> manifest(Map<String, Object> config, List<Map<String, Object>> layers) {
        return stored("manifests", json(Map.of("schemaVersion", 2, "config", config, "layers", layers)));
    }

    /** Lets a tag name a list of manifests. */
    public void tagList(String tag, List<Map<String, Object>> manifests) {
        server.put("/v2/" + repository + "/manifests/" + tag, json(Map.of("schemaVersion", 2, "manifests", manifests)));
    }

    /** Lets a tag name one image. */
    public void tag(String tag, Map<String, Object> config, List<Map<String, Object>> layers) {
        server.put(
                "/v2/" + repository + "/manifests/" + tag,
                json(Map.of("schemaVersion", 2, "config", config, "layers", layers)));
    }

    /** Answers with other bytes than the descriptor's. */
    public void damage(String kind, Map<String, Object> descriptor) {
        server.put("/v2/" + repository + "/" + kind + "/" + descriptor.get("digest"), "damaged".getBytes(UTF_8));
    }

    private Map<String, Object> stored(String kind, byte[] content) {
        String digest = "sha256:" + Sha256.of(content);
        server.put("/v2/" + repository + "/" + kind + "/" + digest, content);
        return Map.of("digest", digest, "size", content.length);
    }

    private static byte[] json(Map<String, Object> content) {
        return new Gson().toJson(content).getBytes(UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
