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
import java.util.function.Supplier;

/** Feature gates and admission plugins are names that the cluster's programs know: with others they do not start. */
public final class KnownNameRules {

    private final Source source;
    private final KubernetesVersion kubernetes;

    public KnownNameRules(Source source, KubernetesVersion kubernetes) {
        this.source = source;
        this.kubernetes = kubernetes;
    }

    public void check() {
        FlagVariables.ALL.forEach(row -> known(row.flag()).ifPresent(known -> check(row.variable(), known)));
        check(KubeletSettings.FEATURE_GATES.variable(), KnownNames::featureGates);
        check(KubeProxySettings.FEATURE_GATES.variable(), KnownNames::featureGates);
        checkFields();
        FlagVariables.EXTRA
                .values()
                .forEach(variable -> settings(variable)
                        .forEach(setting -> setting.value()
                                .forEach((flag, value) -> known(flag)
                                        .ifPresent(
                                                known -> check(setting, List.of(value.split(",", -1)), known.get())))));
    }

    /** Fields of the kubelet's configuration for which there is a variable too. */
    private void checkFields() {
        settings(KubeletSettings.EXTRA).forEach(setting -> {
            if (setting.value().get("featureGates") instanceof Map<?, ?> gates) {
                check(
                        setting,
                        gates.entrySet().stream()
                                .map(gate -> gate.getKey() + "=" + gate.getValue())
                                .toList(),
                        KnownNames.featureGates());
            }
        });
    }

    /** The names that a flag takes; they are read where somebody has set it. */
    private static Optional<Supplier<KnownNames>> known(String flag) {
        return switch (flag) {
            case "feature-gates" -> Optional.of(KnownNames::featureGates);
            case "enable-admission-plugins", "disable-admission-plugins" -> Optional.of(KnownNames::admissionPlugins);
            default -> Optional.empty();
        };
    }

    private void check(Variable<?> variable, Supplier<KnownNames> known) {
        settings(variable).forEach(setting -> {
            if (setting.value() instanceof List<?> words) {
                check(setting, words, known.get());
            }
        });
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
