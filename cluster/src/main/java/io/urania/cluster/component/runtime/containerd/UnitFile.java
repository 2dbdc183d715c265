package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.format.SystemdUnit;

/** The systemd unit of a containerd that comes from the bundle. */
final class UnitFile {

    private UnitFile() {}

    /**
     * The unit's text. Containers outlive a restart of containerd ({@code KillMode=process}), and containerd has control
     * groups of its own to manage ({@code Delegate}). Where memory is short, it is not what the kernel kills: no container would
     * start again without it.
     */
    static String text(String programs, boolean proxies) {
        return """
                [Unit]
                Description=containerd container runtime
                Documentation=https://containerd.io
                After=network.target local-fs.target

                [Service]
                %sExecStart=%s
                Type=notify
                Delegate=yes
                KillMode=process
                Restart=always
                RestartSec=5
                TasksMax=infinity
                LimitNPROC=infinity
                LimitCORE=infinity
                OOMScoreAdjust=-999

                [Install]
                WantedBy=multi-user.target
                """.formatted(proxies ? Proxies.LINE : "", SystemdUnit.word(programs + "/containerd"));
    }
}
