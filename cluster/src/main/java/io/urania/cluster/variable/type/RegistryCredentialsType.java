package io.urania.cluster.variable.type;

import io.urania.cluster.value.RegistryCredentials;
import io.urania.cluster.value.Secret;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Credentials of registries: mappings of registry, username and password. No message tells a value. */
public record RegistryCredentialsType() implements VariableType<List<RegistryCredentials>> {

    @Override
    public String description() {
        return "a list of mappings of registry, username and password";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public List<RegistryCredentials> read(Value value) throws UnfitValue {
        if (!(value instanceof ListValue list)) {
            throw unfit("is " + ScalarTypes.article(value.type()));
        }
        List<RegistryCredentials> credentials = new ArrayList<>();
        for (Value element : list.elements()) {
            if (!(element instanceof MapValue map)) {
                throw unfit("has an element that is no mapping");
            }
            String registry = text(map, "registry");
            String user = text(map, "username");
            if (!registry.matches("[A-Za-z0-9][A-Za-z0-9.:-]*(?:/[A-Za-z0-9._/-]+)?") || user.contains(":")) {
                throw unfit("has a registry or a username that cannot be used");
            }
            String login = user + ":" + text(map, "password");
            credentials.add(new RegistryCredentials(
                    registry, Secret.of(Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))));
        }
        return List.copyOf(credentials);
    }

    private static String text(MapValue map, String key) throws UnfitValue {
        Value value = map.entries().get(key);
        if (value == null) {
            throw unfit("has an element without " + key);
        }
        return ScalarTypes.textOf(value, key);
    }

    private static UnfitValue unfit(String what) {
        return new UnfitValue(
                what,
                "it accepts a list of mappings of registry, username and password",
                "write '- registry: registry.example.com', and below it username and password, best from a vault");
    }
}
