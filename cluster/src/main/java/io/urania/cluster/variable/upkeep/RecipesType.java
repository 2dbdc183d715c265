package io.urania.cluster.variable.upkeep;

import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.Shape;
import io.urania.cluster.variable.type.UnfitValue;
import io.urania.cluster.variable.type.VariableType;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.Set;

/** A package with its recipe: a mapping of name, pkgbuild and sha256. */
record RecipesType() implements VariableType<RecipePlace> {

    private static final Set<String> KEYS = Set.of("name", "pkgbuild", "sha256");

    private static final VariableType<String> NAME =
            ScalarTypes.matching("the name of a package", "[a-z0-9@_+][a-z0-9@._+-]*", "kubelet-bin");

    @Override
    public String description() {
        return "a mapping of name, pkgbuild (the path of a PKGBUILD) and sha256";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public RecipePlace read(Value value) throws UnfitValue {
        if (!(value instanceof MapValue map) || !map.entries().keySet().equals(KEYS)) {
            throw new UnfitValue(
                    value instanceof MapValue other
                            ? "has a mapping of "
                                    + String.join(", ", other.entries().keySet())
                            : "has an element that is no mapping",
                    "a recipe is a program that runs on hosts: the one that was read is told by its checksum",
                    "write '- {name: kubelet-bin, pkgbuild: aur/kubelet-bin/PKGBUILD, sha256: what sha256sum prints for it}'");
        }
        return new RecipePlace(
                NAME.read(map.get("name").orElseThrow()),
                ScalarTypes.filePath().read(map.get("pkgbuild").orElseThrow()),
                ScalarTypes.sha256().read(map.get("sha256").orElseThrow()));
    }
}
