package io.urania.inventory.evaluation;

import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.DeferredEntries;
import io.urania.inventory.value.Value;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of one host as a mapping, each rendered when it is asked for. Used within one rendering only. */
final class HostMap extends AbstractMap<String, Value> implements DeferredEntries {
    private final Rendering rendering;
    private final HostScope scope;

    HostMap(Rendering rendering, HostScope scope) {
        this.rendering = rendering;
        this.scope = scope;
    }

    @Override
    public Collection<String> names() {
        return scope.names();
    }

    @Override
    public String typeName() {
        return "HostVarsVars";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    /** Null, too, for a variable whose template is undefined: to Ansible there is no such variable. */
    @Override
    public @Nullable Value get(@Nullable Object name) {
        rendering.step();
        try {
            return rendering
                    .named(String.valueOf(name), scope)
                    .map(rendering::finished)
                    .orElse(null);
        } catch (UndefinedException undefined) {
            return null;
        }
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
        throw new OperationException(
                "listing the variables of a host is not supported",
                "in Ansible the list includes Ansible's own variables",
                "name the variables");
    }
}
