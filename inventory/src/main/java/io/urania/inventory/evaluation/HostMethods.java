package io.urania.inventory.evaluation;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.method.Methods;
import io.urania.inventory.python.Display;
import io.urania.inventory.value.NullValue;
import java.util.Optional;
import java.util.Set;

/** The methods of {@code hostvars} and of one host in it, which render nothing but what is asked for. */
final class HostMethods {
    static final Set<String> NAMES = Set.of("get", "keys", "values", "items");

    private HostMethods() {}

    static Operand call(Operand target, Call call, Rendering rendering) {
        if (!call.name().equals("get")) {
            return new Operand.Final(Methods.call(rendering.finished(target), call));
        }
        call.accept("key", "default");
        String name = Display.text(call.required(0, "key"));
        Optional<Operand> found = switch (target) {
            case Operand.OneHost host -> rendering.named(name, host.scope());
            default -> rendering.hosts().scope(name).map(Operand.OneHost::new);
        };
        return found.orElseGet(
                () -> new Operand.Final(call.argument(1, "default").orElseGet(() -> new NullValue(call.position()))));
    }
}
