package io.urania.inventory.evaluation;

import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.library.method.Methods;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Numbers;
import io.urania.inventory.value.DeferredEntries;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code target.name} and {@code target[key]}. What is not there is undefined, and so is what is below it. */
final class MemberAccess {
    private static final String OTHERWISE = "correct it, or add | default(…)";

    private final Rendering rendering;
    private final TemplateText source;

    MemberAccess(Rendering rendering, TemplateText source) {
        this.rendering = rendering;
        this.source = source;
    }

    /** A method wins over a key of its name, as in Python. */
    Operand attribute(Operand target, String name, int offset) {
        boolean method = switch (target) {
            case Operand.AllHosts _, Operand.OneHost _ -> HostMethods.NAMES.contains(name);
            case Operand.Final known -> Methods.has(known.value(), name);
            case Operand.Raw raw -> Methods.has(raw.container(), name);
            default -> false;
        };
        if (method) {
            return new Operand.Method(target, name);
        }
        return item(target, new TextValue(name, source.value().position(), true), offset);
    }

    Operand item(Operand target, Value key, int offset) {
        return switch (target) {
            case Operand.Missing missing -> missing;
            case Operand.AllHosts _ -> host(Display.text(key), offset);
            case Operand.OneHost host ->
                rendering
                        .named(Display.text(key), host.scope())
                        .orElseGet(() -> noVariable(host.scope(), Display.text(key), offset));
            case Operand.Nothing nothing ->
                throw new TemplateException(nothing.problem().get());
            case Operand.Final known ->
                member(known.value(), key)
                        .<Operand>map(Operand.Final::new)
                        .orElseGet(() -> noMember(known.value(), key, offset));
            case Operand.Raw raw ->
                member(raw.container(), key)
                        .map(member -> rendering.operand(member, raw.scope(), raw.label() + "." + Display.text(key)))
                        .orElseGet(() -> noMember(raw.container(), key, offset));
            case Operand.Namespace namespace ->
                Optional.ofNullable(namespace.attributes().get(Display.text(key)))
                        .orElseGet(() -> missing(
                                offset,
                                "there is no '" + Display.text(key) + "' here",
                                Display.text(key),
                                namespace.attributes().keySet()));
            case Operand.Method _, Operand.Function _, Operand.Cycle _, Operand.Omitted _ ->
                missing(
                        offset,
                        "'" + Display.text(key) + "' is looked up in something that is not a value",
                        "",
                        List.of());
        };
    }

    private Operand noVariable(HostScope host, String name, int offset) {
        return new Operand.Missing(() -> Facts.problem(source.at(offset), name)
                .orElseGet(() -> Problem.error(
                        source.at(offset),
                        "host '" + host.host() + "' has no variable '" + name + "'",
                        "",
                        Suggestion.didYouMean(name, host.names(), OTHERWISE))));
    }

    private Operand host(String name, int offset) {
        return rendering
                .hosts()
                .scope(name)
                .<Operand>map(Operand.OneHost::new)
                .orElseGet(() -> missing(
                        offset,
                        "the inventory has no host '" + name + "'",
                        name,
                        rendering.hosts().names()));
    }

    private static Optional<Value> member(Value target, Value key) {
        return switch (target) {
            case MapValue map -> Dictionary.find(map, key);
            case ListValue list -> index(key, list.elements().size()).map(list.elements()::get);
            case TextValue text -> {
                int[] characters = text.text().codePoints().toArray();
                yield index(key, characters.length)
                        .map(index -> new TextValue(Character.toString(characters[index]), text.position(), true));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> index(Value key, int size) {
        return Numbers.integer(key)
                .map(index -> index.signum() < 0 ? index.add(BigInteger.valueOf(size)) : index)
                .filter(index -> index.signum() >= 0 && index.compareTo(BigInteger.valueOf(size)) < 0)
                .map(BigInteger::intValue);
    }

    private Operand noMember(Value target, Value key, int offset) {
        String name = Display.text(key);
        Collection<String> known = switch (target) {
            case MapValue map when map.entries() instanceof DeferredEntries deferred -> deferred.names();
            case MapValue map -> map.entries().keySet();
            default -> List.of();
        };
        String what = switch (target) {
            case ListValue list ->
                "the list has no element " + name + ": its length is "
                        + list.elements().size();
            case MapValue _ -> "the mapping has no key '" + name + "'";
            default -> target.type() + " has no '" + name + "'";
        };
        return missing(offset, what, name, known);
    }

    private Operand missing(int offset, String what, String name, Collection<String> known) {
        return new Operand.Missing(
                () -> Problem.error(source.at(offset), what, "", Suggestion.didYouMean(name, known, OTHERWISE)));
    }
}
