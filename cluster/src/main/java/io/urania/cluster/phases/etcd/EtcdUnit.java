package io.urania.cluster.phases.etcd;

import io.urania.artifacts.Architecture;
import io.urania.cluster.format.SystemdUnit;
import io.urania.cluster.phase.GarbageCollection;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.ByteQuantity;
import io.urania.engine.fact.Facts;
import io.urania.engine.system.SystemProbe;
import java.util.Optional;

/** etcd's systemd unit. It counts as started when the member serves, that is when most members have found each other. */
final class EtcdUnit {

    private static final long SMALL_HOST = 4L << 30;
    private static final ByteQuantity SMALL_HOST_LIMIT = new ByteQuantity(512L << 20);

    private EtcdUnit() {}

    static String text(EtcdSpec etcd, EtcdInstance instance, HostSpec host, String programs, Facts facts) {
        return """
                [Unit]
                Description=%s
                Documentation=https://etcd.io
                After=network-online.target
                Wants=network-online.target

                [Service]
                Type=notify
                User=etcd
                EnvironmentFile=%s
                %s%sExecStart=%s
                NotifyAccess=all
                Restart=always
                RestartSec=2
                TimeoutStartSec=300
                LimitNOFILE=40000
                %s
                [Install]
                WantedBy=multi-user.target
                """.formatted(
                instance.description(),
                instance.settings(),
                GarbageCollection.line(host, facts),
                unsupportedArchitecture(facts),
                SystemdUnit.word(programs + "/etcd"),
                limit(etcd, facts).map(bytes -> "MemoryMax=" + bytes + "\n").orElse(""));
    }

    /** etcd refuses to run on 32-bit ARM unless told that this is meant (etcd documentation, "Supported platforms"). */
    private static String unsupportedArchitecture(Facts facts) {
        return HostArtifacts.architecture(facts) == Architecture.ARM ? "Environment=ETCD_UNSUPPORTED_ARCH=arm\n" : "";
    }

    private static Optional<ByteQuantity> limit(EtcdSpec etcd, Facts facts) {
        Optional<ByteQuantity> wanted = etcd.memoryLimit();
        if (wanted.isEmpty() && facts.answer(SystemProbe.QUESTION).memoryBytes() < SMALL_HOST) {
            return Optional.of(SMALL_HOST_LIMIT);
        }
        return wanted.filter(limit -> !limit.isUnlimited());
    }
}
