package io.urania.cluster.phase;

import io.urania.cluster.variable.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A phase in words: what plans name it, and what people are told of it.
 *
 * @param title its name, for people
 * @param places the hosts it works on
 * @param purpose what it does and why, in sentences
 * @param variables those of an inventory that it reads
 * @param details what belongs to it; topics that have nothing are left out
 */
public record PhaseDescription(
        String title,
        List<Place> places,
        String purpose,
        List<Variable<?>> variables,
        Map<Topic, List<String>> details) {

    /** What can be told of a phase, in the order in which it is told. */
    public enum Topic {
        /** Names of files in {@code bin_dir}. */
        PROGRAMS("Binaries in bin_dir"),
        /** Packages, by the names that the systems of hosts give them. */
        PACKAGES("Packages"),
        /** Absolute paths; a star stands for one name in them. */
        FILES("Files"),
        /** systemd's units. */
        UNITS("Units"),
        /** What hosts listen on then. */
        PORTS("Ports"),
        /** Kubernetes' objects, by the thing they are for. */
        OBJECTS("In the cluster");

        private final String words;

        Topic(String words) {
            this.words = words;
        }

        /** A heading. */
        public String words() {
            return words;
        }
    }

    public PhaseDescription {
        places = List.copyOf(places);
        variables = List.copyOf(variables);
        details = details.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(details));
    }

    /** A description that says nothing of any topic yet. */
    public static PhaseDescription of(String title, List<Place> places, String purpose) {
        return new PhaseDescription(title, places, purpose, List.of(), Map.of());
    }

    /** The same, of a phase that reads these variables. */
    public PhaseDescription reading(List<Variable<?>> read) {
        return new PhaseDescription(title, places, purpose, read, details);
    }

    /** The same, with what belongs to a topic. */
    public PhaseDescription with(Topic topic, List<String> entries) {
        Map<Topic, List<String>> more = new EnumMap<>(Topic.class);
        more.putAll(details);
        more.put(topic, List.copyOf(entries));
        return new PhaseDescription(title, places, purpose, variables, more);
    }

    /** The same, with more of several topics. */
    public PhaseDescription with(Map<Topic, List<String>> more) {
        PhaseDescription description = this;
        for (Map.Entry<Topic, List<String>> entry : more.entrySet()) {
            List<String> all = new ArrayList<>(about(entry.getKey()));
            all.addAll(entry.getValue());
            description = description.with(entry.getKey(), all);
        }
        return description;
    }

    /** What belongs to a topic; often nothing. */
    public List<String> about(Topic topic) {
        return details.getOrDefault(topic, List.of());
    }

    /** The title as a word of a command line: {@code control-plane}. */
    public String word() {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
