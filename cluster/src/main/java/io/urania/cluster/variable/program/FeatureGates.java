package io.urania.cluster.variable.program;

import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.Shape;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Feature gates as flags have them: {@code NAME=true}. Truth may be written in all ways of Go (strconv, "ParseBool"). */
public final class FeatureGates {

    private static final Pattern GATE = Pattern.compile("([A-Za-z0-9]+)=([01tTfF]|true|True|TRUE|false|False|FALSE)");

    private FeatureGates() {}

    /** One gate, its truth as {@code true} or {@code false} however it was written. */
    public static VariableType<String> type(String example) {
        return ScalarTypes.parsed(
                "a feature gate such as " + example,
                new Shape.Text(GATE.pattern(), List.of(example)),
                FeatureGates::parse);
    }

    private static Optional<String> parse(String text) {
        Matcher gate = GATE.matcher(text);
        return gate.matches()
                ? Optional.of(gate.group(1) + "=" + "1tT".contains(gate.group(2).substring(0, 1)))
                : Optional.empty();
    }
}
