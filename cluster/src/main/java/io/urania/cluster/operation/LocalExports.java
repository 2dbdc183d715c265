package io.urania.cluster.operation;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.value.Secret;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.inventory.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a deployment leaves on this machine: the administrator's kubeconfig, and kubectl beside it. */
final class LocalExports {

    private final ClusterSpec spec;
    private final Bundle bundle;

    LocalExports(ClusterSpec spec, Bundle bundle) {
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
            String text = kubeconfig(book);
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
        Secret said = book.of(host)
                .answer(KubeconfigProbe.QUESTION)
                .orElseThrow(() -> new IOException(host + " has no " + KubeconfigProbe.PATH));
        try {
            return AdministratorKubeconfig.of(spec, said.reveal());
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    KubeconfigProbe.PATH + " of " + host + " is not exported: " + e.getMessage()
                            + "; check who changed it, and recreate it on the host with: rm " + KubeconfigProbe.PATH
                            + " && kubeadm init phase kubeconfig admin",
                    e);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        WholeFile.write(file, text);
    }

    private static void copyProgram(Path source, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
