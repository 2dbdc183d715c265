package io.urania.engine.resource.packages;

import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a host's system calls the packages that somebody means. */
public interface PackageNames {

    /** What must be known of a host to tell their names there. */
    List<Question<?>> questions();

    /** Their names on all systems: a host is asked for packages before anybody knows which system it has. */
    SortedSet<String> candidates();

    /**
     * Their names on a host.
     *
     * @return some of the candidates
     * @throws io.urania.engine.fact.UnknownFactException if nobody knows what the host's system calls them
     */
    List<String> on(Facts facts);

    /** Names that are the same on every host. */
    static PackageNames everywhere(List<String> names) {
        return new Everywhere(List.copyOf(names));
    }

    /**
     * Names that are the same on every host.
     *
     * @param names the packages
     */
    record Everywhere(List<String> names) implements PackageNames {

        @Override
        public List<Question<?>> questions() {
            return List.of();
        }

        @Override
        public SortedSet<String> candidates() {
            return new TreeSet<>(names);
        }

        @Override
        public List<String> on(Facts facts) {
            return names;
        }
    }
}
