package io.urania.cluster.variable;

import io.urania.cluster.kubespray.Renames;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.UnfitValue;
import io.urania.inventory.HostVariables;
import io.urania.inventory.Inventory;
import io.urania.inventory.evaluation.Rendered;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads values of registered variables out of an inventory: the only way in which the rest of Urania learns them. What cannot be read is
 * reported once, however many hosts have it, and taken as not set.
 */
public final class VariableReader {
    /** What stands for a file where a variable is set by an option. */
    private static final Path COMMAND_LINE = Path.of("-e");

    private final Inventory inventory;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<OldName> oldNames = new LinkedHashSet<>();
    private final Set<Position> secretPlaces = new HashSet<>();
    private final Set<Position> lookedPlaces = new HashSet<>();
    private final Set<Variable<?>> asked = new LinkedHashSet<>();
    private final Set<Use> unusable = new HashSet<>();
    /** What is wrong in a template that many variables use is told for the first one of a host. */
    private final Set<List<String>> told = new HashSet<>();

    /** A name of a variable, and the host it is read for. */
    private record Use(String name, String host) {}

    public VariableReader(Inventory inventory) {
        this.inventory = inventory;
    }

    /** The value for one host, or nothing if the inventory sets none or an unusable one. */
    public <T> Optional<T> find(Variable<T> variable, String host) {
        return setting(variable, host).map(Setting::value);
    }

    /**
     * The value for one host, or the variable's default.
     *
     * @throws IllegalStateException if the variable has no fixed default
     */
    public <T> T get(Variable<T> variable, String host) {
        return find(variable, host).orElseGet(() -> fallback(variable));
    }

    /** The value that several hosts agree on. Where they do not, that is reported and the first host's value taken. */
    public <T> Optional<T> find(Variable<T> variable, List<String> hosts) {
        Optional<T> first = Optional.empty();
        boolean differs = false;
        for (int i = 0; i < hosts.size(); i++) {
            Optional<T> value = find(variable, hosts.get(i));
            if (i == 0) {
                first = value;
            } else if (!differs && !value.equals(first)) {
                differs = true;
                reportDifference(variable, hosts.getFirst(), first, hosts.get(i), value);
            }
        }
        return first;
    }

    /** The value that several hosts agree on, or the variable's default. */
    public <T> T get(Variable<T> variable, List<String> hosts) {
        return find(variable, hosts).orElseGet(() -> fallback(variable));
    }

    /**
     * As {@link #find(Variable, String)}, of what name servers and other machines are told before anybody is believed: a value that is secret
     * is reported, and is none.
     */
    public <T> Optional<T> findTold(Variable<T> variable, String host) {
        return isRefusedAsSecret(variable, host) ? Optional.empty() : find(variable, host);
    }

    /** As {@link #find(Variable, List)}, likewise. */
    public <T> Optional<T> findTold(Variable<T> variable, List<String> hosts) {
        boolean refused = false;
        for (String host : hosts) {
            refused |= isRefusedAsSecret(variable, host);
        }
        return refused ? Optional.empty() : find(variable, hosts);
    }

    /** Whether the inventory sets a variable that has been read for a host to what cannot be used, which has been reported. */
    public boolean isUnusable(Variable<?> variable, String host) {
        return variable.names().stream().anyMatch(name -> unusable.contains(new Use(name, host)));
    }

    private boolean isRefusedAsSecret(Variable<?> variable, String host) {
        Optional<Setting<?>> secret = setting(variable, host)
                .<Setting<?>>map(setting -> setting)
                .filter(setting -> lookedPlaces.contains(setting.position()));
        secret.ifPresent(setting -> {
            unusable.add(new Use(variable.name(), host));
            problems.add(Problem.error(
                    setting.position(),
                    setting.name() + " is a secret: it is read by a lookup",
                    "it would be sent to name servers, the network and other machines before Urania has verified them",
                    "write the value itself, or use only lookup('env', …) of HOME, LOGNAME, PWD or USER"));
        });
        return secret.isPresent();
    }

    /** The value with the place that sets it. */
    public <T> Optional<Setting<T>> setting(Variable<T> variable, String host) {
        asked.add(variable);
        Optional<Setting<T>> first = Optional.empty();
        for (String name : variable.names()) {
            Optional<Setting<T>> found = raw(name, host).flatMap(raw -> typed(variable, raw, host));
            found.ifPresent(this::noteOldName);
            if (first.isEmpty()) {
                first = found;
            } else if (found.isPresent()) {
                reportTwoNames(host, first.get(), found.get());
            }
        }
        return first;
    }

    /** The text of a value before its type is applied; empty if there is none, or it is no text. */
    public Optional<Setting<String>> written(Variable<?> variable, String host) {
        return variable.names().stream()
                .flatMap(name -> raw(name, host).stream())
                .filter(raw -> raw.value() instanceof TextValue)
                .findFirst()
                .map(raw -> new Setting<>(raw.name(), ((TextValue) raw.value()).text(), raw.position()));
    }

    /** Where a variable is set for a host: where a problem with its value is to be repaired. */
    public Optional<Position> position(Variable<?> variable, String host) {
        return setting(variable, host).map(Setting::position);
    }

    /** Where a variable is set for the first of some hosts that has it. */
    public Optional<Position> position(Variable<?> variable, List<String> hosts) {
        return hosts.stream()
                .map(host -> position(variable, host))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Reports a problem; one with a value that is secret without the words that may quote it. */
    public void report(Problem problem) {
        problems.add(secretPlaces.contains(problem.position()) ? withoutValue(problem) : problem);
    }

    private static Problem withoutValue(Problem problem) {
        return new Problem(
                problem.severity(),
                problem.position(),
                "a secret value, or one derived from a secret, is not valid",
                "it is encrypted or read by a lookup: the details are not shown because they would quote it",
                "check it with 'ansible-vault view' or in its file, and its variable in docs/variables.md");
    }

    /** Everything reported so far, each once. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Every variable that has been asked for. */
    public Set<Variable<?>> asked() {
        return Set.copyOf(asked);
    }

    private void noteOldName(Setting<?> setting) {
        Renames.of(setting.name())
                .ifPresent(rename ->
                        note(new OldName(setting.position(), setting.name(), rename.current(), rename.since())));
    }

    /** Notes a name that works and has a newer one. */
    public void note(OldName name) {
        oldNames.add(name);
    }

    /** The old names that have been met, each once. */
    public List<OldName> oldNames() {
        return List.copyOf(oldNames);
    }

    private <T> void reportTwoNames(String host, Setting<T> one, Setting<T> other) {
        if (!one.value().equals(other.value())) {
            report(Problem.error(
                    other.position(),
                    other.name() + " and " + one.name() + " are the same setting, and " + host
                            + " has different values for them",
                    one.name() + " is set at " + one.position(),
                    "keep one of the two lines, preferably that of "
                            + (Renames.of(one.name()).isPresent() ? other.name() : one.name())));
        }
    }

    /** The one place where a message is made that quotes a value. */
    private <T> Optional<Setting<T>> typed(Variable<T> variable, Setting<Value> raw, String host) {
        try {
            return Optional.of(new Setting<>(raw.name(), variable.type().read(raw.value()), raw.position()));
        } catch (UnfitValue unfit) {
            unusable.add(new Use(raw.name(), host));
            unfit.all()
                    .forEach(one -> report(Problem.error(
                            raw.position(),
                            raw.name() + " " + one.what(),
                            one.why(),
                            isIni(raw.position()) ? one.remedyInIni() : one.remedy())));
            return Optional.empty();
        }
    }

    /** A name's value before its type is applied; a dot goes into a mapping. An empty value counts as none. */
    private Optional<Setting<Value>> raw(String name, String host) {
        String[] keys = name.split("\\.", -1);
        HostVariables variables = inventory.variables(host);
        try {
            Optional<Rendered> root = variables.rendered(keys[0]);
            if (root.isEmpty()) {
                return Optional.empty();
            }
            Value value = root.get().value();
            List<Position> places = variables.places(keys[0]);
            Position position = places.isEmpty() ? value.position() : places.getLast();
            note(root.get(), position);
            for (int i = 1; i < keys.length && !(value instanceof NullValue); i++) {
                if (!(value instanceof MapValue map)) {
                    unusable.add(new Use(name, host));
                    reportNoMapping(keys[i - 1], value, position);
                    return Optional.empty();
                }
                Optional<Value> inner = map.get(keys[i]);
                if (inner.isEmpty()) {
                    return Optional.empty();
                }
                value = inner.get();
                position = map.positionOf(keys[i]);
                note(root.get(), position);
            }
            return value instanceof NullValue ? Optional.empty() : Optional.of(new Setting<>(name, value, position));
        } catch (InventoryException unrenderable) {
            unusable.add(new Use(name, host));
            unrenderable.problems().stream()
                    .filter(problem -> told.add(List.of(host, String.valueOf(problem.position()), problem.what())))
                    .forEach(this::report);
            return Optional.empty();
        }
    }

    private void note(Rendered value, Position place) {
        if (value.secret()) {
            secretPlaces.add(place);
        }
        if (value.looked()) {
            lookedPlaces.add(place);
        }
    }

    private void reportNoMapping(String key, Value value, Position position) {
        report(Problem.error(
                position,
                key + " is " + ScalarTypes.article(value.type()),
                "it accepts a mapping of names to values",
                isIni(position)
                        ? CollectionTypes.MAPPING_IN_INI
                        : "write its keys on separate lines, indented below it"));
    }

    /** Whether values stand in one line there. */
    private boolean isIni(Position position) {
        return inventory.isIni(position.file()) || position.file().equals(COMMAND_LINE);
    }

    private <T> void reportDifference(
            Variable<T> variable, String host, Optional<T> value, String otherHost, Optional<T> otherValue) {
        Optional<Position> place = position(variable, List.of(otherHost, host));
        boolean secret = isSecret(variable, host) || isSecret(variable, otherHost);
        if (secret) {
            place.ifPresent(secretPlaces::add);
        }
        report(Problem.error(
                place.orElse(null),
                variable.name() + " differs between hosts",
                "%s has %s and %s has %s, but it is one setting (%s)"
                        .formatted(
                                host,
                                spelled(variable, value),
                                otherHost,
                                spelled(variable, otherValue),
                                variable.scope().words()),
                "set it once, in the group_vars of a group that contains all these hosts"));
    }

    private boolean isSecret(Variable<?> variable, String host) {
        return position(variable, host).filter(secretPlaces::contains).isPresent();
    }

    private static <T> String spelled(Variable<T> variable, Optional<T> value) {
        return value.map(variable.type()::write).orElse("none");
    }

    private static <T> T fallback(Variable<T> variable) {
        return variable.fallback()
                .orElseThrow(() -> new IllegalStateException(variable.name() + " has no fixed default"));
    }

    /**
     * A value, and where it comes from.
     *
     * @param name the variable's name as the inventory writes it
     * @param position where it is set
     */
    public record Setting<T>(String name, T value, Position position) {}
}
