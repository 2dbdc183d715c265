package io.urania.inventory.evaluation;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.DeferredEntries;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code hostvars} as a mapping of hosts' names to their variables. Used within one rendering only. */
final class HostsMap extends AbstractMap<String, Value> implements DeferredEntries {
    private final Rendering rendering;
    private final Position position;

    HostsMap(Rendering rendering, Position position) {
        this.rendering = rendering;
        this.position = position;
    }

    @Override
    public Collection<String> names() {
        return rendering.hosts().names();
    }

    @Override
    public @Nullable Value get(@Nullable Object host) {
        return containsKey(host) ? variables(String.valueOf(host)) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object host) {
        return rendering.hosts().scope(String.valueOf(host)).isPresent();
    }

    @Override
    public int size() {
        return names().size();
    }

    @Override
    public String typeName() {
        return "HostVars";
    }

    @Override
    public int weight() {
        return 1 + size();
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return HostsMap.this.size();
            }

            @Override
            public Iterator<Entry<String, Value>> iterator() {
                return names().stream()
                        .<Entry<String, Value>>map(host -> Map.entry(host, variables(host)))
                        .iterator();
            }
        };
    }

    private Value variables(String host) {
        return new MapValue(new HostMap(rendering, rendering.hosts().scope(host).orElseThrow()), position);
    }
}
