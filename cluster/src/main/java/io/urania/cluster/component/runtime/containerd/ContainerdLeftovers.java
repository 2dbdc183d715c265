package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What containerd leaves on a node. Whatever runtime an inventory asks for now, a node may have had this one. */
record ContainerdLeftovers(ClusterSpec spec) {

    List<Leftover> all() {
        List<Leftover> leftovers = new ArrayList<>(List.of(
                podsEnd(),
                new Leftover.Unit(Containerd.UNIT),
                // A container's processes are the children of its shim, which ends them when it is asked first.
                new Leftover.Processes("containerd-shim"),
                new Leftover.Mounts(storage()),
                new Leftover.Mounts(state()),
                data(),
                new Leftover.Removed("/run/containerd"),
                new Leftover.Removed("/run/nri"),
                new Leftover.Written(Containerd.CONFIGURATION),
                new Leftover.Written(Containerd.REGISTRIES),
                new Leftover.Written(Proxies.FILE),
                new Leftover.Written(Proxies.DROP_IN),
                new Leftover.Written(Containerd.UNIT_FILE)));
        Containerd.PROGRAMS.forEach(
                program -> leftovers.add(new Leftover.Written(spec.paths().programs() + "/" + program)));
        specifications().forEach(file -> leftovers.add(new Leftover.Written(BaseSpecs.path(file))));
        leftovers.add(new Leftover.Own(
                Stage.CLEAR, "directories of registries", "rmdir " + Containerd.REGISTRIES + "/* 2>/dev/null || :\n"));
        // Debian's package and the archives of the project have directories of their own.
        List.of(
                        Containerd.REGISTRIES,
                        "/etc/containerd",
                        "/etc/systemd/system/containerd.service.d",
                        "/opt/containerd/bin",
                        "/opt/containerd/lib",
                        "/opt/containerd")
                .forEach(directory -> leftovers.add(new Leftover.Cleared(directory)));
        leftovers.add(new Leftover.Kept("packages for containers", "distribution packages are kept"));
        return List.copyOf(leftovers);
    }

    /** While containerd runs it ends pods in good order; what outlives that is killed afterwards. */
    private Leftover podsEnd() {
        return new Leftover.Own(Stage.STOP, "pods", """
                if systemctl is-active --quiet %1$s && [ -x %2$s ]; then
                    timeout 120 %2$s rmp --force --all >/dev/null 2>&1 || :
                fi
                """.formatted(
                        Containerd.UNIT, Shell.quote(spec.paths().programs() + "/crictl")));
    }

    private Leftover data() {
        return new Leftover.Own(
                Stage.REMOVE,
                "images and containers",
                ResourceText.beside(Containerd.class, "containerds-data.sh") + "take_containerds "
                        + Shell.quote(storage()) + "\ntake_containerds " + Shell.quote(state()) + "\n");
    }

    private Set<String> specifications() {
        Set<String> files = new LinkedHashSet<>(Set.of(BaseSpecs.RUNCS));
        if (spec.runtime() instanceof ContainerdSpec own) {
            files.addAll(own.baseSpecs().keySet());
        }
        return files;
    }

    private String storage() {
        return spec.runtime() instanceof ContainerdSpec own
                ? own.storageDirectory()
                : ContainerdVariables.STORAGE_DIRECTORY.fallback().orElseThrow();
    }

    private String state() {
        return spec.runtime() instanceof ContainerdSpec own
                ? own.stateDirectory()
                : ContainerdVariables.STATE_DIRECTORY.fallback().orElseThrow();
    }
}
