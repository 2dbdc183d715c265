package io.urania.cluster.component.network.cni;

import io.urania.cluster.value.Download;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.Shape;
import io.urania.cluster.variable.type.UnfitValue;
import io.urania.cluster.variable.type.VariableType;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.net.URI;
import java.util.Optional;

/** A path, or an address with the sum of what is there: what cannot be checked is not applied to a cluster. */
record ManifestPlaceType() implements VariableType<ManifestPlace> {

    private static final VariableType<URI> ADDRESS = ScalarTypes.parsed(
            "a URL such as https://example.com/plugin.yaml",
            text -> text.matches("https?://[^\\s" + ScalarTypes.CONTROLS + "\"\\\\]+")
                    ? parsed(text)
                    : Optional.empty());

    @Override
    public String description() {
        return "the path of a manifest, or a mapping of url and sha256";
    }

    /** Both a text and a mapping: more than a shape can tell. */
    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public ManifestPlace read(Value value) throws UnfitValue {
        if (value instanceof MapValue map) {
            return address(map);
        }
        String path = ScalarTypes.filePath().read(value);
        if (path.matches("[a-z]+://.*")) {
            throw new UnfitValue(
                    "has a URL without a checksum",
                    "its content can change, and would run on every node",
                    "write a mapping instead: url: " + path + " and sha256: the checksum that sha256sum prints for it");
        }
        return new ManifestPlace.File(path);
    }

    private static ManifestPlace address(MapValue map) throws UnfitValue {
        Optional<Value> url = map.get("url");
        Optional<Value> sum = map.get("sha256");
        if (map.entries().size() != 2 || url.isEmpty() || sum.isEmpty()) {
            throw new UnfitValue(
                    "has a mapping of " + String.join(", ", map.entries().keySet()),
                    "a manifest at a URL must be a mapping of url and sha256, so that its content is verified",
                    "write url: https://… and sha256: the checksum that sha256sum prints for it");
        }
        return new ManifestPlace.Address(
                new Download(ADDRESS.read(url.get()), ScalarTypes.sha256().read(sum.get())));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text)).filter(address -> address.getHost() != null);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
