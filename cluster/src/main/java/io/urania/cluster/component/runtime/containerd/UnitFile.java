package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.format.SystemdUnit;
import java.util.Map;
import java.util.Optional;

/** The systemd unit of a containerd that comes from the bundle. */
final class UnitFile {

    private UnitFile() {}

    /**
     * The unit's text. Containers outlive a restart of containerd ({@code KillMode=process}), and containerd has control
     * groups of its own to manage ({@code Delegate}). Where memory is short, it is not what the kernel kills: no container would
     * start again without it.
     *
     * @param environment lines that set its environment
     */
    static String text(
            String programs, boolean proxies, Optional<String> slice, Map<String, String> limits, String environment) {
        return """
                [Unit]
                Description=containerd container runtime
                Documentation=https://containerd.io
                After=network.target local-fs.target

                [Service]
                %s%sExecStart=%s
                Type=notify
                Delegate=yes
                KillMode=process
                Restart=always
                RestartSec=5
                TasksMax=infinity
                %sOOMScoreAdjust=-999
                %s
                [Install]
                WantedBy=multi-user.target
                """.formatted(
                        environment,
                        proxies ? Proxies.LINE : "",
                        SystemdUnit.word(programs + "/containerd"),
                        lines(limits),
                        slice.map(name -> "Slice=" + name + "\n").orElse(""));
    }

    private static String lines(Map<String, String> limits) {
        StringBuilder lines = new StringBuilder();
        limits.forEach((directive, value) ->
                lines.append(directive).append('=').append(value).append('\n'));
        return lines.toString();
    }
}
