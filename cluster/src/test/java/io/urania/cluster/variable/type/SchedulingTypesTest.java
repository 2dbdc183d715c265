package io.urania.cluster.variable.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulingTypesTest {

    private static final Position HERE = Position.startOf(Path.of("all.yaml"));

    /** Kubernetes documentation, "Taints and Tolerations". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "operator=Exists",
                "key=key1 operator=Exists effect=NoSchedule",
                "key=key1 operator=Equal value=value1 effect=NoSchedule",
                "key=node-role.kubernetes.io/edge value=true",
                "key=example.com/a operator=Exists effect=NoExecute tolerationSeconds=3600"
            })
    void tolerationsAreKubernetes(String fields) throws UnfitValue {
        assertThat(SchedulingTypes.tolerations().read(list(fields))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key=key1 operator=exists",
                "key=key1 operator=Exists value=value1",
                "key=key1 effect=noSchedule",
                "key=-key1 operator=Exists",
                "key=key1 value=/",
                "value=value1",
                "key=key1 operator=Exists tolerationSeconds=60",
                "key=key1 operator=Exists effect=NoExecute tolerationSeconds=soon",
                "keys=key1"
            })
    void othersAreRefused(String fields) {
        assertThatThrownBy(() -> SchedulingTypes.tolerations().read(list(fields)))
                .isInstanceOf(UnfitValue.class);
    }

    private static ListValue list(String fields) {
        Map<String, Value> toleration = new LinkedHashMap<>();
        Stream.of(fields.split(" ", -1))
                .map(field -> field.split("=", 2))
                .forEach(field -> toleration.put(field[0], value(field[1])));
        return new ListValue(List.of(new MapValue(toleration, HERE)), HERE);
    }

    private static Value value(String text) {
        return text.matches("[0-9]+") ? new IntegerValue(Long.parseLong(text), HERE) : new TextValue(text, HERE);
    }
}
