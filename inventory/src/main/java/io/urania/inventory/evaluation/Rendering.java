package io.urania.inventory.evaluation;

import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.expression.TemplateText;
import io.urania.inventory.library.Library;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.python.Work;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.EncryptedValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.TimestampValue;
import io.urania.inventory.value.Value;
import io.urania.inventory.vault.VaultException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rendering of one value, with all that it leads to: what is in progress, and what is done. Not for several threads. */
final class Rendering {
    private static final int DEEPEST_NESTING = 100;
    /** A template of ten thousand lines takes a hundredth of them. */
    private static final int MOST_STEPS = 20_000_000;

    private final Renderer renderer;
    private final HostScope start;
    private final List<Step> inProgress = new ArrayList<>();
    private final Map<Template, Operand> done = new HashMap<>();
    /** Problems that say already which variable needs what is wrong. */
    private final Set<Problem> ways = new HashSet<>();

    private int steps;

    /** A template being rendered for a host. */
    private record Template(String host, TextValue text) {}

    private record Step(Template template, String label) {}

    private boolean secret;
    private boolean looked;
    private boolean decrypted;

    Rendering(Renderer renderer, HostScope start) {
        this.renderer = renderer;
        this.start = start;
    }

    Library library() {
        return renderer.library();
    }

    Hosts hosts() {
        return renderer.hosts();
    }

    /** Whether something secret was read on the way, so that nothing of the result may be shown. */
    boolean isSecret() {
        return secret;
    }

    /** Whether a lookup has read something secret. */
    boolean hasLooked() {
        return looked;
    }

    /** Whether something secret has been opened, so that messages may quote it. */
    boolean hasDecrypted() {
        return decrypted;
    }

    /** Counts what is evaluated, so that nested loops end. */
    void step() {
        Work.spend(1);
        if (++steps > MOST_STEPS) {
            throw new TemplateException(Problem.error(
                    inProgress.getLast().template().text().position(),
                    "the template needs more than " + MOST_STEPS + " steps",
                    "",
                    "loop over fewer values"));
        }
    }

    /** A raw value of the host this rendering is for, rendered through and through. */
    Value complete(Value raw, String label) {
        return complete(raw, start, label);
    }

    Value complete(Value raw, HostScope scope, String label) {
        note(raw);
        return switch (raw) {
            case TextValue text -> finished(operand(text, scope, label));
            case ListValue list -> {
                List<Value> elements = new ArrayList<>(list.elements().size());
                for (int i = 0; i < list.elements().size(); i++) {
                    elements.add(complete(list.elements().get(i), scope, label + "[" + i + "]"));
                }
                yield Work.made(new ListValue(elements, list.position()));
            }
            case MapValue map -> Work.made(map.map((key, value) -> complete(value, scope, label + "." + key)));
            case EncryptedValue encrypted -> finished(operand(encrypted, scope, label));
            case IntegerValue _, DecimalValue _, BooleanValue _, NullValue _, TimestampValue _ -> raw;
        };
    }

    /** A raw value as an operand: texts rendered, lists and mappings as they are until someone reaches into them. */
    Operand operand(Value raw, HostScope scope, String label) {
        note(raw);
        return switch (raw) {
            case EncryptedValue encrypted -> operand(decrypted(encrypted, label), scope, label);
            case TextValue text when TemplateText.isTemplate(text) -> rendered(text, scope, label);
            case ListValue _, MapValue _ -> new Operand.Raw(raw, scope, label);
            default -> new Operand.Final(raw);
        };
    }

    private void note(Value raw) {
        if (renderer.secrets().holds(raw.position())) {
            noteSecret();
        }
    }

    /** Something secret goes into the result, so that nothing of it may be shown, and no message may quote it. */
    private void noteSecret() {
        secret = true;
        decrypted = true;
    }

    /** The same, of what a lookup has read. */
    void noteLookedUp() {
        looked = true;
        noteSecret();
    }

    /** What a vault's text holds is a template like any other text of the inventory. */
    private TextValue decrypted(EncryptedValue encrypted, String label) {
        secret = true;
        try {
            TextValue text =
                    new TextValue(renderer.secrets().vault().open(encrypted.ciphertext()), encrypted.position());
            decrypted = true;
            return text;
        } catch (VaultException closed) {
            throw new TemplateException(Problem.error(
                    encrypted.position(),
                    "cannot open '" + label + "': " + closed.what(),
                    closed.why(),
                    closed.remedy()));
        }
    }

    /** A variable or special value by its name; empty if nothing of that name is known to the host. */
    Optional<Operand> named(String name, HostScope scope) {
        Optional<Value> special = scope.special(name);
        if (special.isPresent()) {
            return special.map(Operand.Final::new);
        }
        return scope.variable(name).map(raw -> operand(raw, scope, name));
    }

    /** The value an operand comes to. */
    Value finished(Operand operand) {
        return switch (operand) {
            case Operand.Final known -> known.value();
            case Operand.Raw raw -> complete(raw.container(), raw.scope(), raw.label());
            case Operand.Missing missing ->
                throw new UndefinedException(missing.problem().get());
            case Operand.Nothing nothing ->
                throw new TemplateException(nothing.problem().get());
            case Operand.AllHosts _ -> new MapValue(new HostsMap(this, here()), here());
            case Operand.OneHost host -> new MapValue(new HostMap(this, host.scope()), here());
            case Operand.Method method -> throw notAValue(method.name(), "call it: ." + method.name() + "()");
            case Operand.Function function -> throw notAValue(function.name(), "call it: " + function.name() + "(…)");
            case Operand.Namespace _ -> throw notAValue("a namespace", "name an attribute of it");
            case Operand.Cycle _ -> throw notAValue("cycle", "call it: loop.cycle(…)");
            case Operand.Omitted _ ->
                throw notAValue("omit", "it has a meaning in playbook modules only: leave the variable unset");
        };
    }

    private Position here() {
        return inProgress.isEmpty()
                ? Position.startOf(Path.of(""))
                : inProgress.getLast().template().text().position();
    }

    private static TemplateException notAValue(String name, String remedy) {
        return new TemplateException(Problem.error(null, "'" + name + "' is not a value", "", remedy));
    }

    private Operand rendered(TextValue text, HostScope scope, String label) {
        Template key = new Template(scope.host(), text);
        Operand known = done.get(key);
        if (known != null) {
            return known;
        }
        inProgress.stream()
                .filter(step -> step.template().equals(key))
                .findFirst()
                .ifPresent(first -> {
                    throw loop(first, label);
                });
        if (inProgress.size() >= DEEPEST_NESTING) {
            throw told(Problem.error(
                    text.position(),
                    "'" + label + "' is nested through more than " + DEEPEST_NESTING + " variables",
                    "",
                    "reduce the nesting"));
        }
        inProgress.add(new Step(key, label));
        Operand result;
        try {
            result = new PartRenderer(this, scope, renderer.template(text)).render();
        } catch (UndefinedException undefined) {
            Problem problem = withWay(undefined.problem());
            result = new Operand.Missing(() -> problem);
        } catch (FailedFilterException failed) {
            throw new FailedFilterException(withWay(failed.problem()));
        } catch (TemplateException failed) {
            throw new TemplateException(withWay(failed.problem()));
        } finally {
            inProgress.removeLast();
        }
        done.put(key, result);
        return result;
    }

    /** A failure that tells the way to itself. */
    private TemplateException told(Problem problem) {
        ways.add(problem);
        return new TemplateException(problem);
    }

    /** Says which variable was asked for, where it is another one's template that fails. */
    private Problem withWay(Problem problem) {
        if (inProgress.size() < 2 || ways.contains(problem)) {
            return problem;
        }
        List<String> labels = inProgress.stream().map(Step::label).toList();
        String asked =
                "needed for " + labels.getFirst() + (labels.size() > 2 ? " (" + String.join(" → ", labels) + ")" : "");
        Problem told = new Problem(
                problem.severity(),
                problem.position(),
                problem.what(),
                problem.why().isEmpty() ? asked : problem.why() + "; " + asked,
                problem.remedy());
        ways.add(told);
        return told;
    }

    private TemplateException loop(Step first, String label) {
        List<Step> circle = inProgress.subList(inProgress.indexOf(first), inProgress.size());
        String way = circle.stream().map(Step::label).collect(Collectors.joining(" → ")) + " → " + label;
        String places = circle.stream()
                .map(step -> step.label() + " at " + step.template().text().position())
                .collect(Collectors.joining(", "));
        return told(Problem.error(
                first.template().text().position(),
                "the value of '" + first.label() + "' refers to itself: " + way,
                places,
                "set one of them to a fixed value"));
    }
}
