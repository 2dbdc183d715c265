package io.urania.cluster.phases.apiserver;

import io.urania.cluster.value.HostVolume;
import io.urania.cluster.variable.Variable;
import io.urania.engine.batch.Payload;
import io.urania.engine.resource.file.TextFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a program of the control plane reads when it starts, and that its pod has as a volume.
 *
 * @param volume the volume's name
 * @param path absolute, the same on the host and in the pod
 * @param flag that names it; empty if another file does
 * @param text its content
 * @param isSecret whether only root may read it
 * @param reasons the variables that decide about it
 */
public record ProgramFile(
        String volume, String path, Optional<String> flag, String text, boolean isSecret, List<Variable<?>> reasons) {

    private static final int DIGITS = 8;

    public ProgramFile {
        reasons = List.copyOf(reasons);
    }

    /** The file on a host. */
    public TextFile file() {
        return isSecret ? TextFile.secret(path, text) : TextFile.of(path, text);
    }

    /**
     * The volume, as kubeadm's configuration has it. The file's sum is in its name: the kubelet makes a pod anew only if its manifest changes, and
     * a program that runs does not read the file again.
     */
    public Map<String, Object> mount() {
        return mounted(volume + "-" + Payload.text(text).sha256().substring(0, DIGITS), path);
    }

    /** A volume of a file that is there. */
    static Map<String, Object> mounted(String name, String path) {
        return mount(name, path, path, true, "File");
    }

    /** A volume of a directory, which is made if need be. */
    static Map<String, Object> directory(String name, String host, String mount, boolean readOnly) {
        return mount(name, host, mount, readOnly, "DirectoryOrCreate");
    }

    private static Map<String, Object> mount(String name, String host, String mount, boolean readOnly, String type) {
        return new HostVolume(name, host, mount, readOnly, Optional.of(type)).tree();
    }
}
