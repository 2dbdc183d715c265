package io.urania.cluster.operation;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a deployment leaves on this machine: the administrator's kubeconfig, and kubectl beside it. */
final class Handouts {

    /**
     * A line of a kubeconfig as kubeadm writes it. Whoever has the file runs kubectl with it, and a kubeconfig may name programs to run
     * (Kubernetes documentation, "client-go credential plugins"): from a host that is not what it was, none is taken.
     */
    private static final Pattern LINE =
            Pattern.compile("[ -]*(?:apiVersion|clusters|cluster|certificate-authority-data|server|name|contexts|"
                    + "context|user|current-context|kind|preferences|users|client-certificate-data|client-key-data):"
                    + "(?: (?:\\{\\}|[A-Za-z0-9][A-Za-z0-9+/=:.@_\\[\\]-]*))?");

    private static final Pattern SERVER = Pattern.compile("(?m)^( *server: ).*$");

    private final ClusterSpec spec;
    private final Bundle bundle;

    Handouts(ClusterSpec spec, Bundle bundle) {
        this.spec = spec;
        this.bundle = bundle;
    }

    /** What has to be known of the hosts. */
    Map<String, List<Question<?>>> questions() {
        return spec.handouts().kubeconfig()
                ? Map.of(spec.firstControlPlane().name(), List.of(KubeconfigProbe.QUESTION))
                : Map.of();
    }

    /** Writes what is wanted and is not there as it should be; returns the files that were written. */
    List<Path> write(FactBook book) throws IOException, ArtifactException {
        List<Path> written = new ArrayList<>();
        if (spec.handouts().kubeconfig()) {
            Path file = spec.paths().artifacts().resolve("admin.conf");
            String text = withAddress(kubeconfig(book), spec.endpoint());
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                replace(file, text);
                written.add(file);
            }
        }
        if (spec.handouts().kubectl()) {
            Path file = spec.paths().artifacts().resolve("kubectl");
            Path source = bundle.file("kubectl", Architecture.parse(System.getProperty("os.arch")))
                    .path();
            if (!Files.exists(file) || Files.mismatch(source, file) >= 0) {
                copyProgram(source, file);
                written.add(file);
            }
        }
        return List.copyOf(written);
    }

    private String kubeconfig(FactBook book) throws IOException {
        String host = spec.firstControlPlane().name();
        String text = book.of(host)
                .answer(KubeconfigProbe.QUESTION)
                .orElseThrow(() -> new IOException(host + " has no " + KubeconfigProbe.PATH))
                .reveal();
        if (!text.lines().allMatch(line -> LINE.matcher(line).matches())) {
            throw new IOException(host + ": " + KubeconfigProbe.PATH
                    + " holds more than kubeadm writes into it, which this machine would trust; it is not taken: see"
                    + " there who changed it");
        }
        return text;
    }

    /** Hosts know the API's name from their own /etc/hosts; this machine need not. */
    private static String withAddress(String kubeconfig, ApiEndpoint endpoint) {
        String url = "https://" + endpoint.address().beforePort() + ":" + endpoint.port();
        return SERVER.matcher(kubeconfig).replaceAll("$1" + url);
    }

    private static void replace(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copyProgram(Path source, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
