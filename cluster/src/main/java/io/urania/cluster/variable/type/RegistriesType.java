package io.urania.cluster.variable.type;

import io.urania.cluster.value.Registry;
import io.urania.cluster.value.Registry.Mirror;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Registries in all shapes that Kubespray has had: a mapping of names to a URL or to a list of URLs ({@code containerd_config.registries},
 * {@code containerd_registries}), and a list of prefixes with mirrors ({@code containerd_registries_mirrors}).
 *
 * @param verified whether the certificates of URLs without a word about it are checked
 */
public record RegistriesType(boolean verified) implements VariableType<Map<String, Registry>> {
    private static final VariableType<String> URL = ScalarTypes.parsed(
            "a URL such as https://mirror.example.com",
            text -> text.matches("[^\\s" + ScalarTypes.CONTROLS + "\"\\\\]+") ? Optional.of(text) : Optional.empty());
    private static final VariableType<String> NAME = ScalarTypes.parsed(
            "the name of a registry such as docker.io",
            text -> text.matches("[A-Za-z0-9_][-A-Za-z0-9_.:]*") ? Optional.of(text) : Optional.empty());
    private static final VariableType<List<String>> URLS = CollectionTypes.listOf(URL);
    private static final VariableType<List<String>> CAPABILITIES = CollectionTypes.listOf(ScalarTypes.parsed(
            "pull, resolve or push",
            text -> Set.of("pull", "resolve", "push").contains(text) ? Optional.of(text) : Optional.empty()));
    private static final VariableType<List<String>> FILES = CollectionTypes.listOf(
            ScalarTypes.matching("an absolute path", "(?:/[A-Za-z0-9._@+:-]+)+", "/etc/ssl/certs/mirror.pem"));
    private static final VariableType<Boolean> TRUTH = ScalarTypes.truth();
    private static final Set<String> PREFIX_KEYS = Set.of("prefix", "mirrors", "server");
    private static final Set<String> MIRROR_KEYS =
            Set.of("host", "capabilities", "skip_verify", "override_path", "ca", "client");

    @Override
    public String description() {
        return "a mapping of registries to the URL or URLs of their mirrors, or a list of prefix and mirrors";
    }

    /** Both a mapping and a list: more than a shape can tell. */
    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public Map<String, Registry> read(Value value) throws UnfitValue {
        Map<String, Registry> registries = new LinkedHashMap<>();
        if (value instanceof MapValue map) {
            for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
                List<String> urls = URLS.read(entry.getValue());
                if (!urls.isEmpty()) {
                    registries.put(name(entry.getKey(), value), Registry.at(urls, verified));
                }
            }
        } else {
            for (Value one : list(value, description())) {
                MapValue entry = mapping(one, PREFIX_KEYS, "prefix and mirrors");
                String prefix = NAME.read(required(entry, "prefix"));
                registries.put(prefix, registry(prefix, entry));
            }
        }
        return Collections.unmodifiableMap(registries);
    }

    private static Registry registry(String prefix, MapValue entry) throws UnfitValue {
        List<Mirror> mirrors = new ArrayList<>();
        for (Value one : list(required(entry, "mirrors"), "a list of mirrors")) {
            MapValue mirror =
                    mapping(one, MIRROR_KEYS, "host, capabilities, skip_verify, override_path, ca and client");
            mirrors.add(new Mirror(
                    URL.read(required(mirror, "host")),
                    mirror.entries().containsKey("capabilities")
                            ? CAPABILITIES.read(required(mirror, "capabilities"))
                            : List.of(),
                    !mirror.entries().containsKey("skip_verify") || !TRUTH.read(required(mirror, "skip_verify")),
                    mirror.entries().containsKey("override_path") && TRUTH.read(required(mirror, "override_path")),
                    mirror.entries().containsKey("ca") ? FILES.read(required(mirror, "ca")) : List.of(),
                    clients(mirror)));
        }
        return new Registry(
                entry.entries().containsKey("server") ? URL.read(required(entry, "server")) : usualServer(prefix),
                mirrors);
    }

    private static List<List<String>> clients(MapValue mirror) throws UnfitValue {
        List<List<String>> clients = new ArrayList<>();
        if (mirror.entries().containsKey("client")) {
            for (Value pair : list(required(mirror, "client"), "a list of pairs")) {
                List<String> files = FILES.read(pair);
                if (files.size() != 2) {
                    throw new UnfitValue(
                            "has a client that is no pair",
                            "a client is a file with a certificate and one with its key",
                            "write client: [[/etc/ssl/client.crt, /etc/ssl/client.key]]");
                }
                clients.add(files);
            }
        }
        return clients;
    }

    /** Docker Hub's registry has another name than its images. */
    private static String usualServer(String prefix) {
        return "https://" + (prefix.equals("docker.io") ? "registry-1.docker.io" : prefix);
    }

    private static String name(String key, Value value) throws UnfitValue {
        return NAME.read(new TextValue(key, value.position()));
    }

    private static List<Value> list(Value value, String wanted) throws UnfitValue {
        return value.asList()
                .map(ListValue::elements)
                .orElseThrow(() -> new UnfitValue(
                        "is " + ScalarTypes.article(value.type()),
                        "it accepts " + wanted,
                        "write '- prefix: docker.io' and below it 'mirrors:' with lines '- host: URL'"));
    }

    private static MapValue mapping(Value value, Set<String> keys, String wanted) throws UnfitValue {
        if (!(value instanceof MapValue map)) {
            throw new UnfitValue(
                    "has " + ScalarTypes.article(value.type()) + " in a list",
                    "each must be a mapping of " + wanted,
                    "write them as keys");
        }
        for (String key : map.entries().keySet()) {
            if (!keys.contains(key)) {
                throw new UnfitValue(
                        "has the key " + key,
                        "Urania supports only " + wanted + " here",
                        "remove the key or the mirror");
            }
        }
        return map;
    }

    private static Value required(MapValue map, String key) throws UnfitValue {
        return map.get(key)
                .filter(value -> !(value instanceof NullValue))
                .orElseThrow(() ->
                        new UnfitValue("does not have the key " + key, "each registry and mirror needs it", "add it"));
    }
}
