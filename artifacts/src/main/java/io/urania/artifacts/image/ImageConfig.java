package io.urania.artifacts.image;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.urania.artifacts.Architecture;
import io.urania.artifacts.files.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configuration of an image that we make, as the OCI image specification has it. */
public final class ImageConfig {
    private static final String SEARCH_PATH =
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/bin:/";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private ImageConfig() {}

    /**
     * The configuration's bytes.
     *
     * @param entryPoint the program that a container of the image runs
     * @param layers the layers' tars, lowest first
     */
    public static byte[] of(Architecture architecture, String entryPoint, List<Path> layers) throws IOException {
        return of(architecture, ImageProcess.of(entryPoint), layers);
    }

    /**
     * The configuration's bytes.
     *
     * @param runs what a container of the image runs
     * @param layers the layers' tars, lowest first
     */
    public static byte[] of(Architecture architecture, ImageProcess runs, List<Path> layers) throws IOException {
        List<String> sums = new ArrayList<>();
        for (Path layer : layers) {
            sums.add("sha256:" + Sha256.of(layer));
        }
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architecture", architecture.goName());
        if (!architecture.variant().isEmpty()) {
            config.put("variant", architecture.variant());
        }
        config.put("os", "linux");
        config.put("created", "1970-01-01T00:00:00Z");
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("Env", List.of(SEARCH_PATH));
        if (!runs.user().isEmpty()) {
            process.put("User", runs.user());
        }
        if (!runs.entryPoint().isEmpty()) {
            process.put("Entrypoint", runs.entryPoint());
        }
        if (!runs.command().isEmpty()) {
            process.put("Cmd", runs.command());
        }
        config.put("config", process);
        Map<String, Object> rootFs = new LinkedHashMap<>();
        rootFs.put("type", "layers");
        rootFs.put("diff_ids", sums);
        config.put("rootfs", rootFs);
        return GSON.toJson(config).getBytes(StandardCharsets.UTF_8);
    }
}
