package io.urania.cluster.operation;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a deployment leaves on this machine: the administrator's kubeconfig, and kubectl beside it. */
final class Handouts {

    private static final Pattern SERVER = Pattern.compile("(?m)^( *server: ).*$");

    private final ClusterSpec spec;
    private final Bundle bundle;
    private final BatchRunner batches;

    Handouts(ClusterSpec spec, Bundle bundle, BatchRunner batches) {
        this.spec = spec;
        this.bundle = bundle;
        this.batches = batches;
    }

    /** Writes what is wanted and is not there as it should be; returns the files that were written. */
    List<Path> write(Target controlPlane)
            throws IOException, TransportException, InterruptedException, ArtifactException {
        List<Path> written = new ArrayList<>();
        if (spec.handouts().kubeconfig()) {
            Path file = spec.paths().artifacts().resolve("admin.conf");
            String text = withAddress(fetch(controlPlane), spec.endpoint());
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

    private String fetch(Target controlPlane) throws TransportException, InterruptedException, IOException {
        StepResult result = batches.run(
                        controlPlane,
                        List.of(new Step("admin.conf", Operation.of("cat /etc/kubernetes/admin.conf"))),
                        Mode.STOP_AT_FAILURE,
                        BatchListener.NONE)
                .getFirst();
        if (!result.succeeded()) {
            throw new IOException(controlPlane.name() + " has no /etc/kubernetes/admin.conf: " + result.output());
        }
        return result.output() + "\n";
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
