package io.urania.cluster.reader.rule;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.kubernetes.KnownNames;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.Lifetime;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader.Setting;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.program.KubeProxySettings;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.inventory.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Feature gates and admission plugins are names that the cluster's programs know: with others they do not start. */
public final class KnownNameRules {

    private final Source source;
    private final KubernetesVersion kubernetes;

    public KnownNameRules(Source source, KubernetesVersion kubernetes) {
        this.source = source;
        this.kubernetes = kubernetes;
    }

    /**
     * Names that somebody has set.
     *
     * @param words names, or {@code NAME=VALUE}
     */
    private record Use(Setting<?> setting, List<?> words) {}

    public void check() {
        List<Use> gates = new ArrayList<>(ofFlags(Set.of("feature-gates")));
        gates.addAll(ofVariable(KubeletSettings.FEATURE_GATES.variable()));
        gates.addAll(ofVariable(KubeProxySettings.FEATURE_GATES.variable()));
        gates.addAll(ofFields());
        check(gates, KnownNames::featureGates);
        check(ofFlags(Set.of("enable-admission-plugins", "disable-admission-plugins")), KnownNames::admissionPlugins);
    }

    /** The names that there are, are read where somebody has set one. */
    private void check(List<Use> uses, Supplier<KnownNames> names) {
        if (!uses.isEmpty()) {
            KnownNames known = names.get();
            uses.forEach(use -> check(use.setting(), use.words(), known));
        }
    }

    /** Of variables that are flags, and of flags that have no variable. */
    private List<Use> ofFlags(Set<String> flags) {
        List<Use> uses = new ArrayList<>();
        FlagVariables.ALL.stream()
                .filter(row -> flags.contains(row.flag()))
                .forEach(row -> uses.addAll(ofVariable(row.variable())));
        FlagVariables.EXTRA
                .values()
                .forEach(variable -> settings(variable)
                        .forEach(setting -> setting.value().forEach((flag, value) -> {
                            if (flags.contains(flag)) {
                                uses.add(new Use(setting, List.of(value.split(",", -1))));
                            }
                        })));
        return uses;
    }

    private List<Use> ofVariable(Variable<?> variable) {
        List<Use> uses = new ArrayList<>();
        settings(variable).forEach(setting -> {
            if (setting.value() instanceof List<?> words) {
                uses.add(new Use(setting, words));
            }
        });
        return uses;
    }

    /** Of fields of the kubelet's configuration for which there is a variable too. */
    private List<Use> ofFields() {
        List<Use> uses = new ArrayList<>();
        settings(KubeletSettings.EXTRA).forEach(setting -> {
            if (setting.value().get("featureGates") instanceof Map<?, ?> gates) {
                List<String> words = gates.entrySet().stream()
                        .map(gate -> gate.getKey() + "=" + gate.getValue())
                        .toList();
                uses.add(new Use(setting, words));
            }
        });
        return uses;
    }

    /** What hosts have, each line once. */
    private <T> List<Setting<T>> settings(Variable<T> variable) {
        return source.membership().in(variable.scope()).stream()
                .map(host -> source.variables().setting(variable, host))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private void check(Setting<?> setting, List<?> words, KnownNames known) {
        for (Object word : words) {
            String[] parts = word.toString().split("=", 2);
            String name = parts[0].strip();
            Optional<Lifetime> lifetime = known.lifetime(name);
            if (lifetime.isEmpty()) {
                warnOfUnknown(setting, name, known);
            } else if (!lifetime.get().contains(kubernetes)) {
                refuse(setting, name, known, lifetime.get());
            } else if (parts.length == 2) {
                checkValue(setting, name, parts[1].strip(), known);
            }
        }
    }

    private void warnOfUnknown(Setting<?> setting, String name, KnownNames known) {
        source.warning(
                setting.position(),
                setting.name() + " has the unknown " + known.kind() + " '" + name + "'",
                "a program that does not know it either does not start",
                Suggestion.didYouMean(
                        name, ofThisVersion(known), "check it in the documentation of Kubernetes " + kubernetes));
    }

    private void checkValue(Setting<?> setting, String name, String value, KnownNames known) {
        known.lock(name)
                .filter(lock -> lock.refuses(value, kubernetes))
                .ifPresent(lock -> source.error(
                        setting.position(),
                        setting.name() + " has " + name + "=" + value + ", and Kubernetes " + kubernetes
                                + " has it locked to " + lock.value() + " (from 1." + lock.since() + ")",
                        "a program does not start with another value",
                        "remove it"));
    }

    private void refuse(Setting<?> setting, String name, KnownNames known, Lifetime lifetime) {
        boolean early = kubernetes.minor() < lifetime.since();
        source.error(
                setting.position(),
                setting.name() + " has the " + known.kind() + " '" + name + "', which Kubernetes " + kubernetes
                        + (early ? " does not have yet" : " no longer has") + " (" + lifetime + ")",
                "a program does not start with a name that it does not know",
                early ? "remove it, or set kube_version to a newer one" : "remove it");
    }

    private List<String> ofThisVersion(KnownNames known) {
        List<String> names = new ArrayList<>();
        known.lifetimes().forEach((name, lifetime) -> {
            if (lifetime.contains(kubernetes)) {
                names.add(name);
            }
        });
        return names;
    }
}
