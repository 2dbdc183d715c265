package io.urania.lab;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.lab.card.Peculiarity;
import java.nio.file.Path;
import java.util.List;

/** A rack and its hosts as they are now, in the article's order, the balancer last. */
public record RackState(Path directory, String kubernetesVersion, List<RackHost> hosts) {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    public RackState {
        hosts = List.copyOf(hosts);
    }

    /**
     * {@code {"rack": …, "kubernetes": …, "hosts": [{"name", "shortName", "address", "role", "kind", "state",
     * "architecture", "peculiarity", "memoryBytes", "operatingSystem"}, …]}}; a host without a peculiarity, or without an amount of
     * memory, has no such key.
     */
    public String toJson() {
        var array = new JsonArray();
        for (RackHost host : hosts) {
            var object = new JsonObject();
            object.addProperty("name", host.name());
            object.addProperty("shortName", host.shortName());
            object.addProperty("address", host.address());
            object.addProperty("role", host.role());
            object.addProperty("kind", host.kind().label());
            object.addProperty("state", host.state().label());
            object.addProperty("architecture", host.architecture());
            object.addProperty(
                    "peculiarity", host.peculiarity().map(Peculiarity::label).orElse(null));
            host.memory().ifPresent(memory -> object.addProperty("memoryBytes", memory.bytes()));
            object.addProperty("operatingSystem", host.operatingSystem());
            array.add(object);
        }
        var rack = new JsonObject();
        rack.addProperty("rack", directory.toString());
        rack.addProperty("kubernetes", kubernetesVersion);
        rack.add("hosts", array);
        return GSON.toJson(rack);
    }
}
