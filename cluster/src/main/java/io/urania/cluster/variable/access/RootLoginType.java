package io.urania.cluster.variable.access;

import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.Shape;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Optional;

/** The words of PermitRootLogin; YAML has made truth of two of them before anybody can ask (sshd_config(5)). */
public final class RootLoginType {

    private RootLoginType() {}

    public static VariableType<String> type() {
        return ScalarTypes.parsed(
                "yes, no or prohibit-password",
                new Shape.Text(
                        "\\s*(?:yes|no|true|false|prohibit-password|without-password)\\s*",
                        List.of("prohibit-password")),
                text -> switch (text) {
                    case "yes", "true" -> Optional.of("yes");
                    case "no", "false" -> Optional.of("no");
                    case "prohibit-password", "without-password" -> Optional.of("prohibit-password");
                    default -> Optional.empty();
                });
    }
}
