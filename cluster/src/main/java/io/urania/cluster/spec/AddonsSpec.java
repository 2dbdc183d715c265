package io.urania.cluster.spec;

import io.urania.inventory.problem.Position;
import java.util.List;
import java.util.Optional;

/**
 * What runs in the cluster besides Kubernetes itself.
 *
 * @param wanted settings of the add-ons that are wanted and have some, one of each kind
 * @param later what the inventory asks for and this version of Urania does not do: told, not done
 */
public record AddonsSpec(List<AddOnSpec> wanted, List<Later> later) {
    public AddonsSpec {
        wanted = List.copyOf(wanted);
        later = List.copyOf(later);
    }

    /** The settings of one kind, if they are wanted. */
    public <S extends AddOnSpec> Optional<S> find(Class<S> kind) {
        return wanted.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /**
     * Something asked for that belongs to a later capability.
     *
     * @param variable its name in the inventory
     * @param position where it is asked for
     * @param explanation what does not happen, as a sentence
     */
    public record Later(String variable, Position position, String explanation) {}
}
