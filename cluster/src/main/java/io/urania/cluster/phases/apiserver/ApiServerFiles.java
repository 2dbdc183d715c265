package io.urania.cluster.phases.apiserver;

import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.apiserver.AuditSpec;
import io.urania.engine.plan.TaskId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the API server reads besides its certificates, and the flags that go with that.
 *
 * @param spec the cluster
 */
public record ApiServerFiles(ClusterSpec spec) {

    /** The files of a control plane host, but for the keys of encryption at rest: those are changed step by step. */
    List<ProgramFile> all() {
        List<ProgramFile> files = new ArrayList<>(new AuditFiles(spec.apiServer()).all());
        new AdmissionFile(spec.apiServer().admission()).file().ifPresent(files::add);
        files.addAll(new AccessFiles(spec).all());
        new TracingFile(spec.apiServer()).file().ifPresent(files::add);
        return List.copyOf(files);
    }

    /** Declares the files of a host, and returns the tasks after which they are there. */
    public List<TaskId> declare(NodeSpec node, Tasks tasks) {
        return all().stream()
                .map(file -> tasks.because(file.reasons()).add(node.host(), file.file()))
                .toList();
    }

    /** Where they are. */
    public List<String> paths() {
        return all().stream().map(ProgramFile::path).toList();
    }

    /** The flags of the API server. */
    public SortedMap<String, String> flags() {
        SortedMap<String, String> flags = new TreeMap<>();
        all().forEach(file -> file.flag().ifPresent(flag -> flags.put(flag, file.path())));
        flags.putAll(new AuditFiles(spec.apiServer()).flags());
        flags.putAll(new AccessFiles(spec).flags());
        spec.apiServer().encryption().ifPresent(_ -> flags.put("encryption-provider-config", EncryptionFile.PATH));
        return flags;
    }

    /** The volumes of the API server's pod, as kubeadm's configuration has them. */
    public List<Map<String, Object>> volumes() {
        List<Map<String, Object>> volumes = new ArrayList<>();
        all().forEach(file -> volumes.add(file.mount()));
        log().ifPresent(log ->
                volumes.add(ProgramFile.directory("audit-log", log.directory(), directoryOf(log), false)));
        new AccessFiles(spec)
                .foundAuthority()
                .ifPresent(path -> volumes.add(ProgramFile.mounted("openid-authority", path)));
        spec.apiServer()
                .encryption()
                .ifPresent(_ -> volumes.add(
                        ProgramFile.directory("encryption", EncryptionFile.DIRECTORY, EncryptionFile.DIRECTORY, true)));
        return volumes;
    }

    private Optional<AuditSpec.Log> log() {
        return spec.apiServer().audit().flatMap(AuditSpec::log).filter(AuditSpec.Log::isFile);
    }

    private static String directoryOf(AuditSpec.Log log) {
        return Objects.requireNonNull(Path.of(log.path()).getParent(), log.path())
                .toString();
    }
}
