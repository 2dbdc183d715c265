package io.urania.cluster.variable;

import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One variable of the inventory: a row of the registry.
 *
 * <p>A dot in the name goes into a mapping: {@code loadbalancer_apiserver.port} is the key {@code port} of the variable
 * {@code loadbalancer_apiserver}.
 *
 * @param name as in inventories of the article's time
 * @param otherNames further names of the same setting, Kubespray's newer ones among them
 * @param type the values it takes
 * @param scope for which hosts it is read
 * @param meaning what it is, as a phrase
 * @param effect what setting it does
 * @param lifetime the Kubernetes versions in which it means something
 * @param fallback the value where the inventory sets none; empty if there is none or other facts decide
 * @param defaultText the default in a person's words; empty if there is none
 * @param <T> the type of its values in Java
 */
public record Variable<T>(
        String name,
        List<String> otherNames,
        VariableType<T> type,
        Scope scope,
        String meaning,
        Effect effect,
        Lifetime lifetime,
        Optional<T> fallback,
        String defaultText) {

    /** A row with a name and a type, to which the calls below add the rest. */
    public static <T> Variable<T> variable(String name, VariableType<T> type) {
        return new Variable<>(
                name,
                List.of(),
                type,
                Scope.CLUSTER,
                "",
                new Effect.Ignored(Effect.Reason.LATER, ""),
                Lifetime.ALWAYS,
                Optional.empty(),
                "");
    }

    /** A row for a name that has no effect whatever its value is. */
    public static Variable<Value> ignored(String name, String meaning, Effect.Reason reason, String explanation) {
        return variable(name, ScalarTypes.ANYTHING).means(meaning).ignored(reason, explanation);
    }

    /** A row for an add-on or feature that is told about and not done when it is switched on. */
    public static Variable<Boolean> later(String name, String meaning, String explanation) {
        return variable(name, ScalarTypes.truth())
                .means(meaning)
                .scope(Scope.CONTROL_PLANE)
                .ignored(Effect.Reason.LATER, explanation)
                .otherwise(false);
    }

    /** A row for a list that is told about and not used when there is something in it. */
    public static Variable<List<Value>> laterList(String name, String meaning, String explanation) {
        return variable(name, CollectionTypes.listOf(ScalarTypes.ANYTHING))
                .means(meaning)
                .scope(Scope.CONTROL_PLANE)
                .ignored(Effect.Reason.LATER, explanation)
                .otherwise(List.of());
    }

    public Variable<T> alsoNamed(String... names) {
        return new Variable<>(name, List.of(names), type, scope, meaning, effect, lifetime, fallback, defaultText);
    }

    public Variable<T> scope(Scope hosts) {
        return new Variable<>(name, otherNames, type, hosts, meaning, effect, lifetime, fallback, defaultText);
    }

    public Variable<T> means(String phrase) {
        return new Variable<>(name, otherNames, type, scope, phrase, effect, lifetime, fallback, defaultText);
    }

    public Variable<T> does(String description) {
        Effect applied = new Effect.Applied(description);
        return new Variable<>(name, otherNames, type, scope, meaning, applied, lifetime, fallback, defaultText);
    }

    public Variable<T> ignored(Effect.Reason reason, String explanation) {
        Effect none = new Effect.Ignored(reason, explanation);
        return new Variable<>(name, otherNames, type, scope, meaning, none, lifetime, fallback, defaultText);
    }

    public Variable<T> since(int minor) {
        Lifetime shorter = new Lifetime(minor, lifetime.until());
        return new Variable<>(name, otherNames, type, scope, meaning, effect, shorter, fallback, defaultText);
    }

    public Variable<T> until(int minor) {
        Lifetime shorter = new Lifetime(lifetime.since(), minor);
        return new Variable<>(name, otherNames, type, scope, meaning, effect, shorter, fallback, defaultText);
    }

    public Variable<T> otherwise(T value) {
        return otherwise(value, type.write(value));
    }

    public Variable<T> otherwise(T value, String words) {
        return new Variable<>(name, otherNames, type, scope, meaning, effect, lifetime, Optional.of(value), words);
    }

    /** The default is no fixed value but this, told in words. */
    public Variable<T> unlessSet(String words) {
        return new Variable<>(name, otherNames, type, scope, meaning, effect, lifetime, Optional.empty(), words);
    }

    /** Every name, this one first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(otherNames);
        return List.copyOf(names);
    }

    /** Whether anything reads it: even a variable without effect may refuse values, or ask for something in vain. */
    public boolean isRead() {
        return !type.equals(ScalarTypes.ANYTHING);
    }

    public boolean hasEffect() {
        return effect instanceof Effect.Applied;
    }
}
