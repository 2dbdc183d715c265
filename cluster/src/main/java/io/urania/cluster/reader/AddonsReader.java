package io.urania.cluster.reader;

import io.urania.cluster.component.addon.AddOns;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.AddOnSpec;
import io.urania.cluster.spec.AddonsSpec;
import io.urania.cluster.variable.Effect;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader.Setting;
import io.urania.cluster.variable.registry.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which add-ons are wanted, and finds what is asked for in vain. */
final class AddonsReader {
    private final Source source;

    AddonsReader(Source source) {
        this.source = source;
    }

    AddonsSpec read() {
        List<AddOnSpec> wanted = AddOns.ALL.stream()
                .flatMap(addOn -> addOn.read(source).stream())
                .toList();
        return new AddonsSpec(wanted, later());
    }

    /** Reads every variable that has no effect and yet refuses values, and keeps those that ask for something to come. */
    private List<AddonsSpec.Later> later() {
        List<AddonsSpec.Later> later = new ArrayList<>();
        for (Variable<?> variable : Variables.all()) {
            if (variable.effect() instanceof Effect.Ignored ignored && variable.isRead()) {
                switchedOn(variable)
                        .filter(_ -> ignored.reason() == Effect.Reason.LATER)
                        .map(setting -> new AddonsSpec.Later(setting.name(), setting.position(), ignored.explanation()))
                        .ifPresent(later::add);
            }
        }
        return later;
    }

    private static boolean asks(Object value) {
        return value instanceof List<?> list ? !list.isEmpty() : Boolean.TRUE.equals(value);
    }

    private <T> Optional<Setting<T>> switchedOn(Variable<T> variable) {
        Optional<Setting<T>> found = Optional.empty();
        for (String host : source.membership().in(variable.scope())) {
            Optional<Setting<T>> setting = source.variables().setting(variable, host);
            if (found.isEmpty()) {
                found = setting.filter(one -> asks(one.value()));
            }
        }
        return found;
    }
}
