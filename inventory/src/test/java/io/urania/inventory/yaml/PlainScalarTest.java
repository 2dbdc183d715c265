package io.urania.inventory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.inventory.problem.Position;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values are PyYAML's. */
class PlainScalarTest {
    private static final Position HERE = new Position(Path.of("f"), 1, 1);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "017, 15",
        "0x1F, 31",
        "0b101, 5",
        "-42, -42",
        "+7, 7",
        "1_000, 1000",
        "22:22, 1342",
        "190:20:30, 685230",
        "123456789012345678901234567890, 123456789012345678901234567890"
    })
    void readsWholeNumbersAsPyYamlDoes(String written, BigInteger expected) {
        assertThat(PlainScalar.read(written, HERE).plain()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "1.0e+3, 1000",
        "-.5e-1, text",
        ".5, 0.5",
        "1., 1",
        "190:20:30.15, 685230.15",
        "-.inf, -Infinity"
    })
    void readsDecimalNumbersAsPyYamlDoes(String written, String expected) {
        Object read = PlainScalar.read(written, HERE).plain();
        assertThat(read).isEqualTo(expected.equals("text") ? written : (Object) Double.valueOf(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "1.0e3",
                "0o17",
                "y",
                "n",
                "Y",
                "08",
                "80:8080",
                "01:10",
                "1.2.3",
                "v1.19.5",
                "-",
                "10.0.0.1"
            })
    void keepsAsTextWhatPyYamlKeepsAsText(String written) {
        assertThat(PlainScalar.read(written, HERE).plain()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "No, false", "ON, true", "off, false", "True, true", "FALSE, false"})
    void readsTheBooleansOfYaml11(String written, boolean expected) {
        assertThat(PlainScalar.read(written, HERE).plain()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void readsNothing(String written) {
        assertThat(PlainScalar.read(written, HERE).plain()).isNull();
    }
}
