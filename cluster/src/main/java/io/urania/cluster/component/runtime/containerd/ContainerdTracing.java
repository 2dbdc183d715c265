package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Traces of what containerd does, for a collector of OpenTelemetry (containerd docs/tracing.md). */
final class ContainerdTracing {

    private static final Variable<Boolean> ENABLED = Variable.variable(
                    "containerd_tracing_enabled", ScalarTypes.truth())
            .means("whether containerd sends traces")
            .does(ContainerdVariables.FILE + "plugins of tracing")
            .otherwise(false);

    private static final Variable<String> ENDPOINT = Variable.variable(
                    "containerd_tracing_endpoint", ClusterTypes.collector())
            .means("where the collector of traces is")
            .does(ContainerdVariables.FILE + "endpoint of io.containerd.tracing.processor.v1.otlp")
            .otherwise("[::]:4317");

    private static final Variable<String> PROTOCOL = Variable.variable(
                    "containerd_tracing_protocol",
                    ScalarTypes.matching("grpc or http/protobuf", "grpc|http/protobuf", "grpc"))
            .means("how traces are sent")
            .does(ContainerdVariables.FILE + "protocol of io.containerd.tracing.processor.v1.otlp")
            .otherwise("grpc");

    private static final Variable<BigDecimal> RATIO = Variable.variable(
                    "containerd_tracing_sampling_ratio",
                    ScalarTypes.parsed("a number from 0 to 1", ContainerdTracing::ratio))
            .means("how many of its calls are traced: 1 for all")
            .does(ContainerdVariables.FILE + "sampling_ratio of io.containerd.internal.v1.tracing")
            .otherwise(BigDecimal.ONE);

    private static final Variable<String> SERVICE = Variable.variable(
                    "containerd_tracing_service_name",
                    ScalarTypes.matching("a name", "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", "containerd"))
            .means("the name under which traces are sent")
            .does(ContainerdVariables.FILE + "service_name of io.containerd.internal.v1.tracing")
            .otherwise("containerd");

    static final List<Variable<?>> VARIABLES = List.of(ENABLED, ENDPOINT, PROTOCOL, RATIO, SERVICE);

    private ContainerdTracing() {}

    static Map<Field, Object> read(Source source) {
        Map<Field, Object> fields = new LinkedHashMap<>();
        fields.put(new Field(Table.TRACE_EXPORT, "endpoint"), source.get(ENDPOINT));
        fields.put(new Field(Table.TRACE_EXPORT, "protocol"), source.get(PROTOCOL));
        fields.put(new Field(Table.TRACES, "sampling_ratio"), source.get(RATIO));
        fields.put(new Field(Table.TRACES, "service_name"), source.get(SERVICE));
        return source.get(ENABLED) ? fields : Map.of();
    }

    private static Optional<BigDecimal> ratio(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[01](?:\\.[0-9]{1,9})?"))
                .map(BigDecimal::new)
                .filter(ratio -> ratio.compareTo(BigDecimal.ONE) <= 0);
    }
}
