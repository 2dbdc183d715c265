package io.urania.cluster.component.runtime.containerd;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where settings are in config.toml, by its format (containerd docs/man/containerd-config.toml.5.md, docs/cri/config.md): the names of
 * tables, the outermost first.
 */
record Table(List<String> inFormat2, List<String> inFormat3) {

    static final Table TOP = everywhere();
    static final Table GRPC = everywhere("grpc");
    static final Table DEBUG = everywhere("debug");
    static final Table METRICS = everywhere("metrics");
    static final Table IMAGES = plugins("io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images");
    static final Table RUNTIME = plugins("io.containerd.grpc.v1.cri", "io.containerd.cri.v1.runtime");
    static final Table RUNTIMES = new Table(RUNTIME.in(2, "containerd"), RUNTIME.in(3, "containerd"));
    /** In format 2 what is unpacked is a matter of the runtimes. */
    static final Table SNAPSHOTS = new Table(RUNTIMES.inFormat2(), IMAGES.inFormat3());

    static final Table NODE_RESOURCES = everywhere("plugins", "io.containerd.nri.v1.nri");
    static final Table TRACE_EXPORT = everywhere("plugins", "io.containerd.tracing.processor.v1.otlp");
    static final Table TRACES = everywhere("plugins", "io.containerd.internal.v1.tracing");

    /** The names in one of the formats, and those of further tables in the last one. */
    List<String> in(int format, String... further) {
        return Stream.concat((format == 2 ? inFormat2 : inFormat3).stream(), Stream.of(further))
                .toList();
    }

    private static Table everywhere(String... names) {
        return new Table(List.of(names), List.of(names));
    }

    private static Table plugins(String inFormat2, String inFormat3) {
        return new Table(List.of("plugins", inFormat2), List.of("plugins", inFormat3));
    }
}
